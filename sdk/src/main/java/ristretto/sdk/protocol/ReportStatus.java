package ristretto.sdk.protocol;

import ristretto.sdk.Message;

/**
 * What the supervisor has said once: which process ended, why and where, and what followed.
 *
 * @param number counted from 0
 * @param timeNs since the machine was switched on
 */
public record ReportStatus(long number, long timeNs, String text) {
    public void put(Message message) {
        message.putLong(number).putLong(timeNs).putString(text);
    }

    static ReportStatus get(Message message) {
        return new ReportStatus(message.getLong(), message.getLong(), message.getString());
    }
}

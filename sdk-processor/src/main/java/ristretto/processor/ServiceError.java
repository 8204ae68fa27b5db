package ristretto.processor;

import javax.lang.model.element.Element;

/** Something in a service's interface that cannot be. */
final class ServiceError extends Exception {
    private static final long serialVersionUID = 1;

    private final transient Element place;

    ServiceError(Element place, String message) {
        super(message);
        this.place = place;
    }

    Element place() {
        return place;
    }
}

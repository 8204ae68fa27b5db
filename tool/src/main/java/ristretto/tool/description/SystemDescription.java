package ristretto.tool.description;

import java.util.Map;
import ristretto.sdk.system.SystemTable;

/**
 * A system description that was read and found right.
 *
 * @param name of the file, without {@code .toml}
 * @param memoryBytes of the machine
 * @param images main class of each image, by the image's name, in the order of the file
 */
public record SystemDescription(String name, long memoryBytes, Map<String, String> images, SystemTable table) {}

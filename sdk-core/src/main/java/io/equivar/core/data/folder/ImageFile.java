package io.equivar.core.data.folder;

/**
 * A file found in a folder.
 *
 * @param name its path within the folder, with slashes
 * @param bytes its length
 * @param modifiedMillis when it was last changed
 * @param className the folder of its class; empty if it lies in none
 */
record ImageFile(String name, long bytes, long modifiedMillis, String className) {}

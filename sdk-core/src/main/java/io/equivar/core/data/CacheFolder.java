package io.equivar.core.data;

import java.nio.file.Path;

/**
 * Where decoded images are kept.
 *
 * @param path the folder; made when it is first needed
 */
public record CacheFolder(Path path) {}

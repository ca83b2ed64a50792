package io.equivar.core.data.binary;

/**
 * Where a data set comes from, for messages.
 *
 * @param key the setting that names its folder
 * @param file what its authors publish
 * @param folder what that unpacks to
 * @param page where it is to be had
 */
record Archive(String key, String file, String folder, String page) {}

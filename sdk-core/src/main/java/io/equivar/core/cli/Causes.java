package io.equivar.core.cli;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** What went wrong with a file, in words. */
final class Causes {

  private Causes() {}

  /** Returns a part of a sentence. */
  static String describe(IOException cause) {
    if (cause instanceof NoSuchFileException missing) {
      return missing.getFile() + " does not exist";
    }
    if (cause instanceof AccessDeniedException denied) {
      return denied.getFile() + " may not be accessed";
    }
    if (cause instanceof FileAlreadyExistsException there) {
      return there.getFile() + " is there already, and no folder";
    }
    if (cause instanceof NotDirectoryException file) {
      return file.getFile() + " is no folder";
    }
    if (cause instanceof FileSystemException other && other.getReason() != null) {
      return other.getReason() + (other.getFile() == null ? "" : " (" + other.getFile() + ")");
    }
    if (cause.getMessage() == null) {
      return cause.getClass().getSimpleName();
    }
    return cause instanceof FileNotFoundException || cause.getClass() == IOException.class
        ? cause.getMessage()
        : cause.getClass().getSimpleName() + ", " + cause.getMessage();
  }
}

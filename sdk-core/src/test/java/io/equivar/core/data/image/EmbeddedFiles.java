package io.equivar.core.data.image;

import java.util.Base64;

/** Image files that nothing here can write. */
final class EmbeddedFiles {

  private EmbeddedFiles() {}

  /** 24 x 24 pixels; of columns 0 to 13 all nearly (154, 131, 105); made by libwebp. */
  static byte[] lossyWebp() {
    return Base64.getDecoder()
        .decode(
            "UklGRlAAAABXRUJQVlA4IEQAAACQAwCdASoYABgAPpFAmkklo6KhKAqosBIJZQDCgESme5MWEK0YAPxrFD0FQ+vW"
                + "lubhPzttFpebGnNqY+1gBSKuqigAAA==");
  }

  /**
   * 40 x 30 pixels, two frames; the first has a red square of 10 pixels at (5, 6), else nothing.
   */
  static byte[] animatedWebp() {
    return Base64.getDecoder()
        .decode(
            "UklGRowAAABXRUJQVlA4WAoAAAASAAAAJwAAHQAAQU5JTQYAAAAAAAAAAABBTk1GMAAAAAIAAAMAAAoAAAkAAGQA"
                + "AANWUDhMGAAAAC8KQAIQDxDzH/MfDCFBEvl/2OyEiP5HBkFOTUYoAAAACgAAAwAACQAACQAAZAAAAFZQOEwPAAAA"
                + "LwlAAgAH0P+I/gciov8BAA==");
  }

  /**
   * 16 x 16 pixels of CMYK (0, 255, 255, 0), and from column 8 on (255, 0, 0, 128); made by
   * libjpeg.
   */
  static byte[] cmykJpeg() {
    return Base64.getDecoder()
        .decode(
            "/9j/7gAOQWRvYmUAZAAAAAAA/9sAQwACAQEBAQECAQEBAgICAgIEAwICAgIFBAQDBAYFBgYGBQYGBgcJCAYHCQcG"
                + "BggLCAkKCgoKCgYICwwLCgwJCgoK/8AAFAgAEAAQBEMRAE0RAFkRAEsRAP/EAB8AAAEFAQEBAQEBAAAAAAAAAAAB"
                + "AgMEBQYHCAkKC//EALUQAAIBAwMCBAMFBQQEAAABfQECAwAEEQUSITFBBhNRYQcicRQygZGhCCNCscEVUtHwJDNi"
                + "coIJChYXGBkaJSYnKCkqNDU2Nzg5OkNERUZHSElKU1RVVldYWVpjZGVmZ2hpanN0dXZ3eHl6g4SFhoeIiYqSk5SV"
                + "lpeYmZqio6Slpqeoqaqys7S1tre4ubrCw8TFxsfIycrS09TV1tfY2drh4uPk5ebn6Onq8fLz9PX29/j5+v/aAA4E"
                + "QwBNAFkASwAAPwD9/K/n/r+f+v38r+AOv7/K/v8AK/n/AK/v8r+AOv4A6/oAr+AOv7/K/v8AK/n/AK//2Q==");
  }
}

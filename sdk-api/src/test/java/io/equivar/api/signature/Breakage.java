package io.equivar.api.signature;

/**
 * A change that breaks a plugin written against the recorded SPI, when it runs or when it is
 * compiled again.
 *
 * @param line what came ({@code +}) or went ({@code -})
 * @param remedy why it breaks and what to do instead
 */
record Breakage(String line, String remedy) {

  static final String GONE =
      "Plugins may use it. Leave it as it was, mark it @Deprecated, and put the new form beside it.";
  static final String ABSTRACT =
      "Plugins implement this type and lack the method. Give it a default body.";
  static final String ELEMENT = "Plugins use this annotation without it. Give it a default value.";
  static final String CLOSED_SET =
      "A switch or a pattern in a plugin lists these completely. Leave them, and offer what is new"
          + " as a type or a method of its own.";
  static final String NULLNESS =
      "It changes what null-checked plugins may pass and get. Leave the nullness as it was.";

  @Override
  public String toString() {
    return line + System.lineSeparator() + "      " + remedy;
  }
}

package io.equivar.guides;

import java.util.Optional;

/**
 * A fenced block of a page.
 *
 * @param page the page
 * @param line the line of its fence, from 1
 * @param language what stands beside the fence, such as {@code java}
 * @param note the HTML comment right before the block, without its marks
 * @param text what is fenced in
 */
record Snippet(Page page, int line, String language, Optional<String> note, String text) {

  /** Returns what follows {@code kind:} in the comment before the block, if it is of that kind. */
  Optional<String> noted(String kind) {
    return note.filter(text -> text.startsWith(kind + ":"))
        .map(text -> text.substring(kind.length() + 1).strip());
  }

  @Override
  public String toString() {
    return page + ":" + line;
  }
}

package io.equivar.core.detect.voc;

import io.equivar.core.detect.measure.Box;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * The annotation of an image, as a file of {@code Annotations} holds it. Corners in VOC are numbers
 * of pixels, from 1, both inside the box: {@code xmin} becomes {@code xmin - 1}, {@code xmax}
 * stays, so that areas and overlaps are those of the VOC development kit.
 *
 * @param width of the image in pixels
 * @param height of the image in pixels
 * @param objects on it
 */
public record Annotation(int width, int height, List<AnnotatedObject> objects) {

  private static final long MOST_BYTES = 4 << 20;

  /** Copies the list. */
  public Annotation {
    objects = List.copyOf(objects);
  }

  /**
   * Reads a file. Document types, and with them external entities, are refused.
   *
   * @throws IOException if it cannot be read, or is no annotation; the message continues a sentence
   *     that starts with the file
   */
  static Annotation read(Path file) throws IOException {
    if (Files.size(file) > MOST_BYTES) {
      throw new IOException("is larger than 4 MiB");
    }
    try (InputStream in = Files.newInputStream(file)) {
      return of(builder().parse(in).getDocumentElement());
    } catch (SAXException e) {
      throw new IOException("is no XML that can be read: " + e.getMessage(), e);
    }
  }

  private static DocumentBuilder builder() {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    try {
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      factory.setXIncludeAware(false);
      factory.setExpandEntityReferences(false);
      DocumentBuilder builder = factory.newDocumentBuilder();
      builder.setErrorHandler(new Throwing());
      return builder;
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("this Java's XML parser cannot refuse document types", e);
    }
  }

  private static Annotation of(Element root) throws IOException {
    if (!root.getTagName().equals("annotation")) {
      throw new IOException("must have the root 'annotation', got '" + root.getTagName() + "'");
    }
    Element size = child(root, "size");
    int width = (int) number(size, "width");
    int height = (int) number(size, "height");
    if (width < 1 || height < 1) {
      throw new IOException("must have a size of at least 1 x 1, got " + width + " x " + height);
    }
    List<AnnotatedObject> objects = new ArrayList<>();
    for (Element object : children(root, "object")) {
      Element corners = child(object, "bndbox");
      double left = number(corners, "xmin") - 1;
      double top = number(corners, "ymin") - 1;
      double right = number(corners, "xmax");
      double bottom = number(corners, "ymax");
      if (!(left < right && top < bottom)) {
        throw new IOException(
            String.format(
                "must have boxes with xmin <= xmax and ymin <= ymax, got %s %s %s %s",
                left + 1, top + 1, right, bottom));
      }
      // Some published boxes reach a pixel beyond the image.
      Box box =
          new Box(
              Math.max(0, left),
              Math.max(0, top),
              Math.min(width, right),
              Math.min(height, bottom));
      if (box.area() == 0) {
        throw new IOException("has a box outside the image");
      }
      boolean difficult =
          !children(object, "difficult").isEmpty() && number(object, "difficult") != 0;
      objects.add(new AnnotatedObject(text(object, "name"), box, difficult));
    }
    return new Annotation(width, height, objects);
  }

  private static double number(Element parent, String tag) throws IOException {
    String text = text(parent, tag);
    try {
      double number = Double.parseDouble(text);
      if (Double.isFinite(number)) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Refused below, as what is not finite.
    }
    throw new IOException("must have a number as '" + tag + "', got '" + text + "'");
  }

  private static String text(Element parent, String tag) throws IOException {
    return child(parent, tag).getTextContent().strip();
  }

  private static Element child(Element parent, String tag) throws IOException {
    List<Element> children = children(parent, tag);
    if (children.isEmpty()) {
      throw new IOException("lacks '" + tag + "' in '" + parent.getTagName() + "'");
    }
    return children.get(0);
  }

  private static List<Element> children(Element parent, String tag) {
    List<Element> children = new ArrayList<>();
    for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element element && element.getTagName().equals(tag)) {
        children.add(element);
      }
    }
    return children;
  }

  /** Java's own handler prints to the error stream. */
  private static final class Throwing implements ErrorHandler {

    @Override
    public void warning(SAXParseException exception) {}

    @Override
    public void error(SAXParseException exception) throws SAXException {
      throw exception;
    }

    @Override
    public void fatalError(SAXParseException exception) throws SAXException {
      throw exception;
    }
  }
}

package io.equivar.api;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A version of this SPI. A plugin's jar states the one it was compiled against in its manifest, as
 * {@value #MANIFEST_ATTRIBUTE}; the core refuses a plugin whose version it cannot {@linkplain
 * #supports support}.
 *
 * @param major grows when something stable is removed or changes its meaning; at least 0
 * @param minor grows when something is added; at least 0
 */
@Spi(Spi.Role.VALUE)
public record SpiVersion(int major, int minor) implements Comparable<SpiVersion> {

  /** The manifest attribute of a plugin jar that holds the version, such as {@code 1.0}. */
  public static final String MANIFEST_ATTRIBUTE = "Equivar-Spi-Version";

  /** The version of the SPI that this jar holds. */
  public static final SpiVersion CURRENT = new SpiVersion(1, 0);

  private static final Pattern FORMAT = Pattern.compile("(\\d{1,6})\\.(\\d{1,6})");

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if a number is negative
   */
  public SpiVersion {
    if (major < 0 || minor < 0) {
      throw new IllegalArgumentException(
          "an SPI version has no negative numbers, got " + major + "." + minor);
    }
  }

  /**
   * Reads {@code major.minor}.
   *
   * @throws IllegalArgumentException if the text has another form
   */
  public static SpiVersion parse(String text) {
    Matcher matcher = FORMAT.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "an SPI version has the form major.minor, got '" + text + "'");
    }
    return new SpiVersion(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
  }

  /**
   * Tells whether a core with this version can run a plugin compiled against {@code plugin}: the
   * majors are equal and the plugin's minor is not newer.
   */
  public boolean supports(SpiVersion plugin) {
    return major == plugin.major && plugin.minor <= minor;
  }

  @Override
  public int compareTo(SpiVersion other) {
    return major != other.major
        ? Integer.compare(major, other.major)
        : Integer.compare(minor, other.minor);
  }

  @Override
  public String toString() {
    return major + "." + minor;
  }
}

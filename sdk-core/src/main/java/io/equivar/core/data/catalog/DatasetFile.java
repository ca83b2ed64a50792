package io.equivar.core.data.catalog;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A file that the authors of a data set publish.
 *
 * @param name of the file
 * @param address where it is; empty if it is at no address that can be relied on
 * @param checksum of its bytes; empty if none is known for certain
 * @param members of the archive that must be there; none if it is no archive
 * @param images number of image files in the archive, where that is known
 * @param inner an archive within the archive, to be unpacked where it lies; empty if there is none
 */
public record DatasetFile(
    String name,
    Optional<URI> address,
    Optional<Checksum> checksum,
    List<String> members,
    OptionalInt images,
    Optional<String> inner) {

  /** Copies the list. */
  public DatasetFile {
    members = List.copyOf(members);
  }

  /** Makes a file at an address. */
  static DatasetFile at(String address) {
    URI uri = URI.create(address);
    String path = uri.getPath();
    return named(path.substring(path.lastIndexOf('/') + 1)).withAddress(uri);
  }

  /** Makes a file whose address is not known. */
  static DatasetFile named(String name) {
    return new DatasetFile(
        name, Optional.empty(), Optional.empty(), List.of(), OptionalInt.empty(), Optional.empty());
  }

  /** Returns the file at another address. */
  public DatasetFile withAddress(URI uri) {
    return new DatasetFile(name, Optional.of(uri), checksum, members, images, inner);
  }

  DatasetFile md5(String hex) {
    return with(Checksum.md5(hex));
  }

  DatasetFile sha256(String hex) {
    return with(Checksum.sha256(hex));
  }

  private DatasetFile with(Checksum known) {
    return new DatasetFile(name, address, Optional.of(known), members, images, inner);
  }

  DatasetFile holding(String... required) {
    return new DatasetFile(name, address, checksum, List.of(required), images, inner);
  }

  DatasetFile images(int count) {
    return new DatasetFile(name, address, checksum, members, OptionalInt.of(count), inner);
  }

  DatasetFile inner(String archive) {
    return new DatasetFile(name, address, checksum, members, images, Optional.of(archive));
  }

  /** Returns whether it is to be unpacked. */
  public boolean isArchive() {
    return name.endsWith(".tar")
        || name.endsWith(".tar.gz")
        || name.endsWith(".tgz")
        || name.endsWith(".zip");
  }
}

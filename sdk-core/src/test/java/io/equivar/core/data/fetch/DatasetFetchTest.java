package io.equivar.core.data.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.equivar.core.data.CheckReport;
import io.equivar.core.data.DatasetCheck;
import io.equivar.core.data.catalog.Catalog;
import io.equivar.core.data.catalog.Checksum;
import io.equivar.core.data.catalog.Dataset;
import io.equivar.core.data.catalog.DatasetFile;
import io.equivar.core.data.catalog.PartSizes;
import io.equivar.core.data.published.PublishedLayout;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatasetFetchTest {

  @TempDir private Path source;

  @TempDir private Path folder;

  private final FileServer server = new FileServer();
  private final List<String> notices = new ArrayList<>();

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void fetchesUnpacksAndIsReadable() throws Exception {
    Dataset dtd = smallDtd(true);

    fetch(dtd);

    CheckReport report = DatasetCheck.folder(dtd, folder);
    assertThat(report.problems()).isEmpty();
    assertThat(report.lines())
        .containsExactly("2 classes, 2 training + 2 validation + 2 test images");
    assertThat(notices).anyMatch(line -> line.startsWith("unpacked 12 files of"));
    // The second time nothing is downloaded.
    int requests = server.requests().size();
    fetch(dtd);
    assertThat(server.requests()).hasSize(requests);
    assertThat(notices).anyMatch(line -> line.contains("is there already, checksum right"));
  }

  @Test
  void checksArchives() throws Exception {
    Dataset dtd = smallDtd(true);
    fetch(dtd);
    Path archive = folder.resolve("dtd-r1.0.1.tar.gz");

    assertThat(DatasetCheck.file(dtd, archive).problems()).isEmpty();

    byte[] content = Files.readAllBytes(archive);
    Files.write(archive, Arrays.copyOf(content, content.length / 2));
    assertThat(DatasetCheck.file(dtd, archive).problems())
        .anyMatch(problem -> problem.startsWith("the checksum is MD5 "))
        .anyMatch(problem -> problem.contains("is a damaged or truncated archive"));
    // An archive of something else.
    Files.write(archive, Archives.gzip(Archives.tar(Archives.Entry.file("a.jpg", "A"))));
    assertThat(DatasetCheck.file(dtd, archive).problems())
        .contains("there is no dtd/labels/train1.txt in it", "it holds 1 images, not 6");
  }

  @Test
  void keepsNothingOfAFileThatIsNotThePublishedOne() throws Exception {
    Dataset dtd = smallDtd(false);

    assertThatThrownBy(() -> fetch(dtd))
        .isInstanceOf(FetchException.class)
        .hasMessageContaining("is not the published file: its checksum is MD5 ")
        .hasMessageContaining("It was removed");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void refusesAFileInTheFolderThatIsNotThePublishedOne() throws Exception {
    Dataset dtd = smallDtd(true);
    Files.writeString(folder.resolve("dtd-r1.0.1.tar.gz"), "something else");

    assertThatThrownBy(() -> fetch(dtd))
        .isInstanceOf(FetchException.class)
        .hasMessageContaining("is not the published file")
        .hasMessageContaining("Remove it, and run the command again");
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void saysWhatIsToBeGotByHand() {
    DatasetFetch fetch =
        new DatasetFetch(Download.patient(), new Unpacker(UnpackLimits.defaults()), notices::add);

    assertThatThrownBy(() -> fetch.fetch(Catalog.CARS, Optional.empty(), folder))
        .isInstanceOf(FetchException.class)
        .hasMessageContaining("cars_train.tgz, cars_test.tgz, car_devkit.tgz")
        .hasMessageContaining(Catalog.CARS.page())
        .hasMessageContaining("--from");
  }

  @Test
  void unpacksAnArchiveWithinAnArchive() throws Exception {
    new PublishedLayout(source).caltech101();
    byte[] inner =
        Archives.gzip(Archives.tarOf(source.resolve("caltech-101"), "101_ObjectCategories"));
    byte[] zip =
        Archives.zip(
            Archives.Entry.file("caltech-101/101_ObjectCategories.tar.gz", inner),
            Archives.Entry.file("__MACOSX/caltech-101/._101_ObjectCategories.tar.gz", "x"));
    server.put("caltech-101.zip", zip);
    Dataset small =
        resized(Catalog.CALTECH101, Checksum.md5(md5(zip)), new PartSizes(2, 50, 10, 4));

    fetch(small);

    assertThat(DatasetCheck.folder(small, folder).problems()).isEmpty();
  }

  @Test
  void tellsWrongNumbers() throws Exception {
    new PublishedLayout(folder).pets();

    CheckReport report = DatasetCheck.folder(Catalog.PETS, folder);

    assertThat(report.lines())
        .containsExactly("2 classes, 8 training + 2 validation + 2 test images");
    assertThat(report.problems())
        .containsExactly(
            "published are 37 classes, 2,940 training + 740 validation + 3,669 test images");
    Files.delete(folder.resolve("images/Abyssinian_3.jpg"));
    Files.delete(folder.resolve("annotations/test.txt"));
    assertThat(DatasetCheck.folder(Catalog.PETS, folder).problems())
        .anyMatch(problem -> problem.contains("must contain annotations/test.txt"))
        .anyMatch(problem -> problem.contains("images/Abyssinian_3.jpg"));
  }

  private Dataset smallDtd(boolean rightChecksum) throws IOException {
    new PublishedLayout(source).dtd();
    byte[] archive = Archives.gzip(Archives.tarOf(source, "dtd"));
    server.put("dtd-r1.0.1.tar.gz", archive);
    String checksum = rightChecksum ? md5(archive) : md5("other".getBytes(StandardCharsets.UTF_8));
    return resized(Catalog.DTD, Checksum.md5(checksum), new PartSizes(2, 2, 2, 2));
  }

  /** The data set with a file of another checksum and size, and other numbers of images. */
  private static Dataset resized(Dataset dataset, Checksum checksum, PartSizes sizes) {
    DatasetFile file = dataset.files().get(0);
    return new Dataset(
        dataset.name(),
        dataset.title(),
        dataset.page(),
        dataset.folder(),
        List.of(
            new DatasetFile(
                file.name(),
                file.address(),
                Optional.of(checksum),
                file.members(),
                file.images().isPresent() ? OptionalInt.of(6) : OptionalInt.empty(),
                file.inner())),
        sizes,
        dataset.metric());
  }

  private String md5(byte[] content) throws IOException {
    Path file = source.resolve("checksum");
    Files.write(file, content);
    return Checksum.md5("").of(file).hex();
  }

  private void fetch(Dataset dataset) throws IOException, InterruptedException {
    Download download = new Download(2, Duration.ofMillis(1), Duration.ofSeconds(20));
    new DatasetFetch(download, new Unpacker(UnpackLimits.defaults()), notices::add)
        .fetch(dataset, Optional.of(server.address("")), folder);
  }
}

package dev.respool.corpus.proof;

import java.util.List;

/** A library whose published tests are run. */
enum Suite {
  COLLECTIONS4(
      "commons-collections4",
      "org/apache/commons/collections4/",
      List.of("-n", "^[^$]+Test$", "-N", ".*\\.BulkTest")),
  /** Without its slow tests. */
  LANG3(
      "commons-lang3",
      "org/apache/commons/lang3/",
      List.of(
          "-N",
          ".*\\.(LockingVisitorsTest|FastDateParserTest|FastDateParser_TimeZoneStrategyTest"
              + "|StopWatchTest|DurationFormatUtilsTest|Java15BugFastDateParserTest)")),
  TEXT("commons-text", "org/apache/commons/text/", List.of()),
  CLI("commons-cli", "org/apache/commons/cli/", List.of()),
  /** Of class version 49, without its slow tests. */
  MATH3(
      "commons-math3",
      "org/apache/commons/math3/",
      List.of(
          "-N",
          "org\\.apache\\.commons\\.math3\\.(optim|optimization|random)\\..*",
          "-N",
          ".*\\.(PSquarePercentileTest|FieldRotationDSTest)")),
  /** Without its benchmarks, which read 2.8 million lines 20 times. */
  CSV("commons-csv", "org/apache/commons/csv/", List.of("-N", ".*\\.PerformanceTest")),
  /**
   * Without the tests in an OSGi container, which install what the library's own build leaves.
   * Three more are left out, since they call commons-lang3 in a renamed package that no published
   * jar contains.
   */
  COMPRESS(
      "commons-compress",
      "org/apache/commons/compress/",
      List.of(
          "-N",
          "org\\.apache\\.commons\\.compress\\.osgi\\..*",
          "--exclude-methodname",
          ".*\\.TarTest#test(TarFile)?LongNameLargerThanBuffer",
          "--exclude-methodname",
          ".*\\.TarFileTest#testDirectoryWithLongNameEndsWithSlash"));

  private final String directory;
  private final String packages;
  private final List<String> selection;

  Suite(String directory, String packages, List<String> selection) {
    this.directory = directory;
    this.packages = packages;
    this.selection = selection;
  }

  /** The name of the library, which is that of the directory of its tests, too. */
  String directory() {
    return directory;
  }

  /** Of the library and of its tests. */
  String packages() {
    return packages;
  }

  /** Options of JUnit's console launcher. */
  List<String> selection() {
    return selection;
  }
}

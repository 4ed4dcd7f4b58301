package dev.respool.benchmarks.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class NoteTest {
  private static String disturbed(int forks, int kept) {
    return Note.said(
        "%d forks were disturbed and measured again; of %d the least disturbed was kept"
            .formatted(forks, kept));
  }

  @Test
  void forks_are_counted_in_good_grammar_and_what_did_not_happen_is_not_told() {
    assertEquals("1 fork was disturbed and measured again.", disturbed(1, 0));
    assertEquals("7 forks were disturbed and measured again.", disturbed(7, 0));
    assertEquals(
        "7 forks were disturbed and measured again. 1 was disturbed each time; its least disturbed"
            + " measurement is used.",
        disturbed(7, 1));
    assertEquals(
        "7 forks were disturbed and measured again. 2 were disturbed each time; their least"
            + " disturbed measurements are used.",
        disturbed(7, 2));
  }

  @Test
  void a_run_of_a_server_that_failed_is_told_in_a_plain_sentence() {
    String sentence =
        "A run of Respool on Netty with 1,000 connections is left out: 73 of its 204,106 requests"
            + " failed. The tables show the runs that did not fail.";
    String failed = "ended with exit code 1: respool-netty, 1000 connections failed: ";
    String exception = "java.lang.IllegalStateException: ";
    assertEquals(sentence, Note.said(failed + exception + "73 of 204106 requests failed"));
    assertEquals(
        sentence,
        Note.said(
            failed
                + exception
                + "1000 connections: Told[values={duration=[5084614.0], failed=[73.0],"
                + " p50=[14723.0], p99=[1509388.0], p99.9=[1845537.0], requests=[204106.0]}]"));
    assertEquals(
        "A run of Netty with 64 connections is left out: nothing was answered. The tables show the"
            + " runs that did not fail.",
        Note.said("netty, 64 connections failed: " + exception + "nothing was answered"));
    assertEquals(
        "A run of 2 loops is left out: 5 of its 1,000 requests failed. The tables show the runs that"
            + " did not fail.",
        Note.said("2 loops failed: " + exception + "5 of 1000 requests failed"));
  }

  @Test
  void what_is_not_known_is_told_as_it_was_noted() {
    assertEquals("ended with exit code 1", Note.said("ended with exit code 1"));
    assertEquals("java.lang.VerifyError: it is bad", Note.said("java.lang.VerifyError: it is bad"));
  }
}

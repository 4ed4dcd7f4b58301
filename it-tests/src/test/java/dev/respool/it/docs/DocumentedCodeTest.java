package dev.respool.it.docs;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.xml.sax.SAXException;

/** Compiles, runs and compares what the pages show. */
class DocumentedCodeTest {
  private static final Set<String> LANGUAGES = Set.of("java", "sh", "text", "xml");
  private static final Pattern SPAN = Pattern.compile("`([^`\n]+)`");

  static Stream<Page> pages() {
    return Page.all().stream();
  }

  static Stream<Block> blocks() {
    return pages().flatMap(page -> page.blocks().stream());
  }

  static Stream<Block> compiledBlocks() {
    return blocks().filter(Block::isCompiled);
  }

  @ParameterizedTest
  @MethodSource("blocks")
  void a_block_names_a_language_that_is_looked_at(Block block) {
    assertTrue(LANGUAGES.contains(block.language()), block.toString());
  }

  @ParameterizedTest
  @MethodSource("compiledBlocks")
  void java_compiles_and_a_program_prints_the_block_that_follows_it(Block block)
      throws IOException, ReflectiveOperationException {
    List<String> expected =
        output(block).map(next -> next.text().lines().toList()).orElse(List.of());
    assertEquals(expected, new JavaBlock(block).printed(), block.toString());
  }

  /** The block of text behind a block of Java. */
  private static Optional<Block> output(Block block) {
    List<Block> all = blocks().filter(other -> other.page().equals(block.page())).toList();
    return all.stream()
        .skip(all.indexOf(block) + 1L)
        .findFirst()
        .filter(
            next -> next.language().equals("text") && next.comment(Block.NOT_COMPARED).isEmpty());
  }

  @Test
  void output_follows_a_program_or_says_why_it_is_not_compared() {
    List<Block> all = blocks().toList();
    for (int i = 0; i < all.size(); i++) {
      boolean output = all.get(i).language().equals("text");
      boolean compared = i > 0 && output(all.get(i - 1)).equals(Optional.of(all.get(i)));
      boolean excused = reason(all.get(i), Block.NOT_COMPARED);
      assertTrue(
          !output || excused || compared && all.get(i - 1).isCompiled(), all.get(i).toString());
    }
  }

  @Test
  void java_that_is_not_compiled_says_why() {
    List<Block> exempt = blocks().filter(b -> b.isJava() && !b.isCompiled()).toList();
    exempt.forEach(block -> assertTrue(reason(block, Block.NOT_COMPILED), block.toString()));
    assertEquals(5, exempt.size(), () -> "exceptions are rare: " + exempt);
  }

  /** Whether a comment has as many words as a reason needs. */
  private static boolean reason(Block block, String word) {
    return block.comment(word).filter(text -> text.split(" ").length > 1).isPresent();
  }

  @Test
  void xml_is_part_of_a_pom_that_the_invoker_builds() throws IOException, SAXException {
    String pom = XmlBlock.builtPom();
    List<Block> shown = blocks().filter(block -> block.language().equals("xml")).toList();
    assertFalse(shown.isEmpty());
    for (Block block : shown) {
      assertEquals(List.of(), new XmlBlock(block).missing(pom), block.toString());
    }
  }

  @Test
  void what_a_command_names_exists() {
    List<String> problems = new ArrayList<>();
    blocks()
        .filter(block -> block.language().equals("sh"))
        .flatMap(block -> block.text().lines())
        .filter(line -> !line.isBlank())
        .forEach(line -> problems.addAll(new Command(line).problems()));
    pages().forEach(page -> spans(page).forEach(command -> problems.addAll(command.problems())));
    assertEquals(List.of(), problems);
  }

  private static List<Command> spans(Page page) {
    List<Command> commands = new ArrayList<>();
    for (MatchResult span : SPAN.matcher(page.prose()).results().toList()) {
      Command.ofSpan(span.group(1)).ifPresent(commands::add);
    }
    return commands;
  }

  @Test
  void links_lead_somewhere() {
    assertAll(pages().map(page -> () -> assertEquals(List.of(), new Links(page).broken())));
  }

  @Test
  void no_page_holds_both_sides_of_a_merge() {
    assertAll(pages().map(page -> () -> assertEquals(List.of(), page.mergeMarks())));
  }
}

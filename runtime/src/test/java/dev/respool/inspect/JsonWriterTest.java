package dev.respool.inspect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class JsonWriterTest {
  @Test
  void members_and_elements_have_commas_between_them() {
    JsonWriter json = new JsonWriter();
    json.object(
        () -> {
          json.name("a").value(1);
          json.name("b").array(List.of(1L, 2L), json::value);
          json.name("c").value((String) null);
          json.name("d").object(() -> {});
          json.name("e").value(true);
        });
    assertEquals("{\"a\":1,\"b\":[1,2],\"c\":null,\"d\":{},\"e\":true}", json.toString());
  }

  @Test
  void texts_are_escaped() {
    assertEquals(
        "\"a\\\"b\\\\c\\u000a\\ud800\ud83d\ude00\"",
        new JsonWriter().value("a\"b\\c\n\ud800\ud83d\ude00").toString());
  }
}

package dev.respool.it.targets;

/** A switch with qualified enum constants and types mixed, and one over a nullable string. */
public final class EnumPatternSwitch {
  private sealed interface Card permits Suit, Joker {}

  private enum Suit implements Card {
    CLUBS,
    HEARTS
  }

  private record Joker(int number) implements Card {}

  private EnumPatternSwitch() {}

  public static Object run() {
    StringBuilder out = new StringBuilder();
    for (Card card : new Card[] {Suit.CLUBS, new Joker(2), Suit.HEARTS}) {
      out.append(
          switch (Probe.ref(card)) {
            case Suit.CLUBS -> Probe.ref("clubs");
            case Suit.HEARTS -> "hearts" + Probe.i(1);
            case Joker joker when joker.number() == Probe.i(2) -> "joker";
            case Joker joker -> "other " + Probe.i(joker.number());
          });
    }
    for (String text : new String[] {"a", null, "b"}) {
      switch (Probe.ref(text)) {
        case null -> out.append(Probe.i(0));
        case "a" -> out.append(Probe.ref("A"));
        case String other when Probe.b(true) -> out.append(other);
        default -> out.append('?');
      }
    }
    return out.toString();
  }
}

package dev.respool.it.random.interpreted;

import dev.respool.it.random.Tape;

/** A call with 61 arguments of all kinds, each needed after it. */
final class Mixed {
  private Mixed() {}

  static int call(Tape tape, int v) {
    return v
        + pass(
            tape,
            v + 1,
            (long) v << 2,
            v * 3.5,
            v + 4.25f,
            (byte) (v + 5),
            (char) (v + 6),
            (short) (v * 7),
            (v + 8) % 3 == 0,
            "s" + v,
            null,
            v + 11,
            (long) v << 12,
            v * 13.5,
            v + 14.25f,
            (byte) (v + 15),
            (char) (v + 16),
            (short) (v * 17),
            (v + 18) % 3 == 0,
            "s" + v,
            Integer.valueOf(v),
            v + 21,
            (long) v << 2,
            v * 23.5,
            v + 24.25f,
            (byte) (v + 25),
            (char) (v + 26),
            (short) (v * 27),
            (v + 28) % 3 == 0,
            "s" + v,
            null,
            v + 31,
            (long) v << 12,
            v * 33.5,
            v + 34.25f,
            (byte) (v + 35),
            (char) (v + 36),
            (short) (v * 37),
            (v + 38) % 3 == 0,
            "s" + v,
            Integer.valueOf(v),
            v + 41,
            (long) v << 2,
            v * 43.5,
            v + 44.25f,
            (byte) (v + 45),
            (char) (v + 46),
            (short) (v * 47),
            (v + 48) % 3 == 0,
            "s" + v,
            null,
            v + 51,
            (long) v << 12,
            v * 53.5,
            v + 54.25f,
            (byte) (v + 55),
            (char) (v + 56),
            (short) (v * 57),
            (v + 58) % 3 == 0,
            "s" + v,
            Integer.valueOf(v),
            v + 61);
  }

  private static int pass(
      Tape tape,
      int a1,
      long a2,
      double a3,
      float a4,
      byte a5,
      char a6,
      short a7,
      boolean a8,
      String a9,
      Object a10,
      int a11,
      long a12,
      double a13,
      float a14,
      byte a15,
      char a16,
      short a17,
      boolean a18,
      String a19,
      Object a20,
      int a21,
      long a22,
      double a23,
      float a24,
      byte a25,
      char a26,
      short a27,
      boolean a28,
      String a29,
      Object a30,
      int a31,
      long a32,
      double a33,
      float a34,
      byte a35,
      char a36,
      short a37,
      boolean a38,
      String a39,
      Object a40,
      int a41,
      long a42,
      double a43,
      float a44,
      byte a45,
      char a46,
      short a47,
      boolean a48,
      String a49,
      Object a50,
      int a51,
      long a52,
      double a53,
      float a54,
      byte a55,
      char a56,
      short a57,
      boolean a58,
      String a59,
      Object a60,
      int a61) {
    int below = Interpreter.interpret(tape, a1);
    String all =
        "" + a1 + "," + a2 + "," + a3 + "," + a4 + "," + a5 + "," + a6 + "," + a7 + "," + a8 + ","
            + a9 + "," + a10 + "," + a11 + "," + a12 + "," + a13 + "," + a14 + "," + a15 + "," + a16
            + "," + a17 + "," + a18 + "," + a19 + "," + a20 + "," + a21 + "," + a22 + "," + a23
            + "," + a24 + "," + a25 + "," + a26 + "," + a27 + "," + a28 + "," + a29 + "," + a30
            + "," + a31 + "," + a32 + "," + a33 + "," + a34 + "," + a35 + "," + a36 + "," + a37
            + "," + a38 + "," + a39 + "," + a40 + "," + a41 + "," + a42 + "," + a43 + "," + a44
            + "," + a45 + "," + a46 + "," + a47 + "," + a48 + "," + a49 + "," + a50 + "," + a51
            + "," + a52 + "," + a53 + "," + a54 + "," + a55 + "," + a56 + "," + a57 + "," + a58
            + "," + a59 + "," + a60 + "," + a61;
    tape.note(all);
    return below ^ all.hashCode();
  }
}

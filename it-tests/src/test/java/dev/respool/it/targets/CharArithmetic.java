package dev.respool.it.targets;

/** Arithmetic on chars read from strings at suspending places. */
public final class CharArithmetic {
  private CharArithmetic() {}

  public static Object run() {
    char[] letters = "hello".toCharArray();
    int sum = 0;
    for (int i = 0; i < letters.length; i++) {
      letters[i] = (char) (letters[i] - 'a' + Probe.letter('A'));
      letters[i] += 1;
      sum += "world".charAt(Probe.i(i)) - '0';
      sum ^= letters[i]++;
    }
    char c = letters[0] > 'H' ? Probe.letter('y') : 'n';
    return new String(letters) + sum + c + (c + 1) + (char) (c + 1);
  }
}

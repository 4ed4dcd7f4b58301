package dev.respool.corpus.programs;

/** Closes the standard output, as the tests of a printer do. */
public final class Closing {
  private Closing() {}

  public static void main(String[] args) {
    System.out.println(String.valueOf(args.length));
    System.out.close();
  }
}

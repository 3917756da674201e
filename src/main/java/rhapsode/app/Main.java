package rhapsode.app;

/** Starts Rhapsode. */
public final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    var a = org.nd4j.linalg.factory.Nd4j.rand(3, 4);
    System.out.println(a.mmul(a.transpose()));
  }
}

package dev.respool.abi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Proxies are known by the names that frameworks give them; Quarkus, Weld and Spring are here. */
class StandInTest {
  static class Bill {}

  static class Bill$$SpringCGLIB$$0 extends Bill {}

  static class Bill_ClientProxy extends Bill {}

  static class Bill$Proxy$_$$_WeldClientProxy extends Bill {}

  static class Bill_Subclass extends Bill {}

  static class Bill$ByteBuddy$x1 extends Bill {}

  private static String remedy(Class<?> proxy) {
    return new StandIn(proxy, Bill.class, "total").remedy();
  }

  @Test
  void the_remedy_excludes_the_method_as_the_framework_does_it() {
    String total = Bill.class.getName() + ".total";
    String client =
        "give the bean the scope @Dependent or @Singleton, which has no client proxy, and leave "
            + total
            + " without interceptors and decorators";
    assertEquals(
        "leave "
            + total
            + " without advice: no @Transactional, @Async or @Cacheable on it or its class, a"
            + " pointcut that excludes it, proxyBeanMethods=false on a @Configuration",
        remedy(Bill$$SpringCGLIB$$0.class));
    assertEquals(client, remedy(Bill_ClientProxy.class));
    assertEquals(client, remedy(Bill$Proxy$_$$_WeldClientProxy.class));
    assertEquals(
        "leave " + total + " without interceptors: move those to a method that calls it",
        remedy(Bill_Subclass.class));
    assertEquals(
        "call " + total + " on the object behind the proxy", remedy(Bill$ByteBuddy$x1.class));
  }

  @Test
  void the_reason_names_the_proxy_and_the_bean() {
    String reason = new StandIn(Bill_ClientProxy.class, Bill.class, "total").reason();
    assertTrue(reason.startsWith("a proxy, " + Bill_ClientProxy.class.getName()), reason);
    assertTrue(reason.contains(", stands before " + Bill.class.getName() + ","), reason);
  }
}

package dev.respool.it.semantics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.respool.Suspendable;
import dev.respool.it.harness.TransformedTests;
import dev.respool.it.scenarios.RefusedSuspension;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.aop.framework.ProxyFactory;

/** Beans with advice, as Spring makes them: a yield behind the advice is refused by their names. */
@ExtendWith(TransformedTests.class)
class SpringProxyTest extends RefusedSuspension {
  private static final MethodInterceptor ADVICE = MethodInvocation::proceed;

  /** A bean. */
  public interface Account {
    /** Suspends. */
    @Suspendable
    Object total();
  }

  /** A bean without an interface. */
  public static class Bill {
    /** Suspends. */
    @Suspendable
    public Object total() {
      return yieldDeeper("total");
    }
  }

  private static final class Ledger implements Account {
    @Override
    public Object total() {
      return yieldDeeper("total");
    }
  }

  @Test
  void a_subclass_with_advice_is_named_with_the_bean_and_what_leaves_the_method_without() {
    ProxyFactory factory = new ProxyFactory(new Bill());
    factory.addAdvice(ADVICE);
    Bill proxy = (Bill) factory.getProxy(Bill.class.getClassLoader());
    assertEquals(Bill.class, proxy.getClass().getSuperclass());
    assertNames(
        refusal(() -> proxy.total()),
        "a proxy, " + proxy.getClass().getName() + ", stands before " + Bill.class.getName() + ",",
        "; leave " + Bill.class.getName() + ".total without advice: no @Transactional,");
  }

  @Test
  void a_proxy_of_an_interface_is_named_with_the_class_of_the_bean() {
    ProxyFactory factory = new ProxyFactory(new Ledger());
    factory.addAdvice(ADVICE);
    Account proxy = (Account) factory.getProxy(Account.class.getClassLoader());
    assertNames(
        refusal(() -> proxy.total()),
        "a proxy, "
            + proxy.getClass().getName()
            + ", stands before "
            + Ledger.class.getName()
            + ",",
        "; call " + Ledger.class.getName() + ".total on the object behind the proxy;",
        " a bean of Spring has none if no advice,");
  }
}

package dev.respool.it.scenarios.lost;

import dev.respool.it.scenarios.plain.Adapter;
import dev.respool.it.scenarios.plain.Delegator;
import dev.respool.it.scenarios.plain.Forwarder;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import org.mockito.MockMakers;
import org.mockito.Mockito;
import org.springframework.cglib.proxy.Enhancer;
import org.springframework.cglib.proxy.MethodInterceptor;

/** What stands in for an object and forwards its calls, under their own names and descriptors. */
final class Proxies {
  private static final String TYPE = "\\Qdev.respool.it.scenarios.";

  private static final String GENERATED = TYPE + "lost.Worker\\E\\$+";
  private static final String METHOD = "[\\w$]+\\.[\\w$]+\\([^ )]+( Source)?\\)";

  private Proxies() {}

  /** Makes the proxy of a worker. */
  private interface Maker {
    Work proxy(Worker worker, Steps steps) throws Exception;
  }

  static List<LostFrame> rows() {
    return List.of(
        row(
            "a JDK proxy that reflects",
            Proxies::reflectingProxy,
            "java.lang.reflect.Method.invoke\\(Method.java:\\d+\\)",
            Cause.PROXY),
        row(
            "a JDK proxy",
            Proxies::directProxy,
            "[a-z0-9.]+\\$Proxy\\d+.work\\(Unknown Source\\)",
            Cause.PROXY),
        row(
            "a subclass that calls super",
            (worker, steps) -> new Forwarder(steps),
            TYPE + "plain.Forwarder.work(Forwarder.java:\\E\\d+\\)",
            Cause.PLAIN),
        row(
            "a subclass that delegates",
            (worker, steps) -> new Delegator(worker, steps.taken()),
            TYPE + "plain.Delegator.work(Delegator.java:\\E\\d+\\)",
            Cause.PLAIN),
        row(
            "a subclass that calls another method",
            (worker, steps) -> new Adapter(worker, steps.taken()),
            TYPE + "plain.Adapter.work(Adapter.java:\\E\\d+\\)",
            Cause.PLAIN),
        row(
            "a hidden class that delegates",
            (worker, steps) -> Delegator.hidden(worker, steps.taken()),
            TYPE + "plain.Delegator/\\E[^ ]+.work\\(Delegator.java:\\d+\\)",
            Cause.PLAIN),
        row("a mock", Proxies::mock, GENERATED + "MockitoMock" + METHOD, Cause.PROXY),
        row(
            "a mock that delegates",
            Proxies::delegatingMock,
            "org.mockito.internal.[\\w.]+\\(\\w+.java:\\d+\\)",
            Cause.PLAIN),
        row("a spy", Proxies::spy, GENERATED + "MockitoMock" + METHOD, Cause.PROXY),
        row(
            "a CGLIB proxy that calls super",
            Proxies::cglibSuper,
            GENERATED + "EnhancerByCGLIB" + METHOD,
            Cause.PROXY),
        row(
            "a CGLIB proxy that delegates",
            Proxies::cglibTarget,
            GENERATED + "FastClassByCGLIB" + METHOD,
            Cause.PROXY));
  }

  /** Found where every capture is looked at: the mock is an object of the very class. */
  static List<LostFrame> woven() {
    return List.of(
        row(
            "a spy that is woven into the class",
            (worker, steps) -> spy(worker, MockMakers.INLINE),
            "org.mockito.internal.[\\w.$]+\\([^)]+\\)",
            Cause.METHOD_HANDLE));
  }

  private static LostFrame row(String name, Maker maker, String frame, Cause cause) {
    return LostFrame.of(
        "in a call of " + name,
        steps -> {
          Worker.suspendDirectly();
          return Worker.doWork(maker.proxy(Worker.leavingStepsIn(steps), steps));
        },
        frame,
        cause);
  }

  private static Work reflectingProxy(Worker worker, Steps steps) {
    return jdkProxy(
        (proxy, method, arguments) -> {
          try {
            return wentOn(steps, method.invoke(worker, arguments));
          } catch (InvocationTargetException e) {
            throw e.getCause();
          }
        });
  }

  private static Work directProxy(Worker worker, Steps steps) {
    return jdkProxy(
        (proxy, method, arguments) -> wentOn(steps, worker.work((Integer) arguments[0])));
  }

  private static Work jdkProxy(InvocationHandler handler) {
    Class<?>[] types = {Work.class};
    return (Work) Proxy.newProxyInstance(Work.class.getClassLoader(), types, handler);
  }

  private static Work mock(Worker worker, Steps steps) {
    Worker mock =
        Mockito.mock(
            Worker.class,
            Mockito.withSettings()
                .mockMaker(MockMakers.SUBCLASS)
                .defaultAnswer(Mockito.CALLS_REAL_METHODS));
    mock.leaveStepsIn(steps);
    return mock;
  }

  private static Work delegatingMock(Worker worker, Steps steps) {
    return Mockito.mock(
        Worker.class,
        Mockito.withSettings()
            .mockMaker(MockMakers.SUBCLASS)
            .defaultAnswer(call -> wentOn(steps, worker.work(call.getArgument(0)))));
  }

  private static Work spy(Worker worker, Steps steps) {
    return spy(worker, MockMakers.SUBCLASS);
  }

  private static Work spy(Worker worker, String mockMaker) {
    return Mockito.mock(
        Worker.class,
        Mockito.withSettings()
            .mockMaker(mockMaker)
            .spiedInstance(worker)
            .defaultAnswer(Mockito.CALLS_REAL_METHODS));
  }

  private static Work cglibSuper(Worker worker, Steps steps) {
    Worker proxy = cglib((self, method, arguments, call) -> call.invokeSuper(self, arguments));
    proxy.leaveStepsIn(steps);
    return proxy;
  }

  private static Work cglibTarget(Worker worker, Steps steps) {
    return cglib((self, method, arguments, call) -> wentOn(steps, call.invoke(worker, arguments)));
  }

  private static Worker cglib(MethodInterceptor interceptor) {
    return (Worker) Enhancer.create(Worker.class, interceptor);
  }

  private static Object wentOn(Steps steps, Object answer) {
    steps.add("foreign went on with " + answer);
    return answer;
  }
}

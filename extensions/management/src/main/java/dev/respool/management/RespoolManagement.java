package dev.respool.management;

import java.lang.management.ManagementFactory;
import javax.management.InstanceAlreadyExistsException;
import javax.management.InstanceNotFoundException;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.MalformedObjectNameException;
import javax.management.ObjectName;

/**
 * Registers {@link RespoolMXBean} with the platform's MBean server, under the name {@value #NAME}.
 * The system property {@code -Ddev.respool.inspect.tools=management} does so when the first event
 * loop is made.
 */
public final class RespoolManagement {
  /** The name of the MXBean. */
  public static final String NAME = "dev.respool:type=Respool";

  private RespoolManagement() {}

  /**
   * Registers the MXBean, unless that has been done.
   *
   * @throws IllegalStateException if the server refuses it
   */
  public static void register() {
    try {
      server().registerMBean(new ManagedLoops(), name());
    } catch (InstanceAlreadyExistsException e) {
      // somebody has done it, for example the system property
    } catch (JMException e) {
      throw new IllegalStateException("the MBean server refuses " + NAME, e);
    }
  }

  /** Takes the MXBean out of the server, if it is there. */
  public static void unregister() {
    try {
      server().unregisterMBean(name());
    } catch (InstanceNotFoundException e) {
      // as wanted
    } catch (JMException e) {
      throw new IllegalStateException("the MBean server does not give up " + NAME, e);
    }
  }

  private static MBeanServer server() {
    return ManagementFactory.getPlatformMBeanServer();
  }

  private static ObjectName name() {
    try {
      return new ObjectName(NAME);
    } catch (MalformedObjectNameException e) {
      throw new AssertionError(e);
    }
  }
}

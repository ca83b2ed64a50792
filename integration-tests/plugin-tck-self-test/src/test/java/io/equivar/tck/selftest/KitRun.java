package io.equivar.tck.selftest;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.List;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;
import org.junit.platform.testkit.engine.Events;

/**
 * What the kit says of a plugin: the names of the tests, which are the rules.
 *
 * @param passed those that hold
 * @param aborted those that were not judged
 * @param failed those that are broken
 */
record KitRun(List<String> passed, List<String> aborted, List<String> failed) {

  /** Runs a kit as JUnit does. */
  static KitRun of(Class<?> kit) {
    Events tests =
        EngineTestKit.engine("junit-jupiter").selectors(selectClass(kit)).execute().testEvents();
    return new KitRun(names(tests.succeeded()), names(tests.aborted()), names(tests.failed()));
  }

  private static List<String> names(Events events) {
    return events.stream()
        .map(Event::getTestDescriptor)
        .map(test -> test.getDisplayName())
        .toList();
  }
}

package org.mf4j;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Rooms of the size of a thought: how large packages and how small classes may be. */
@AnalyzeClasses(packages = "org.mf4j", importOptions = DoNotIncludeTests.class)
class RoomsTest {
  /** Small classes with one user that stand alone: a paper or the field has a name for them. */
  private static final Set<String> CONCEPTS =
      Set.of(
          "AssemblyReport",
          "AssemblySizes",
          "ChunkPlan",
          "ControlChartPattern",
          "ControlChartTrials",
          "EulerKernel",
          "Forecaster",
          "JournalHeader",
          "Leaderboard",
          "LeakyKernel",
          "LegendreProduct",
          "PublishedTable",
          "RungeKutta4",
          "SeriesReader");

  private static final int MOST_FILES = 25;
  private static final int SMALL = 70;

  @ArchTest
  static void noPackageHasMoreThan25Files(JavaClasses all) {
    Map<String, Long> files =
        all.stream()
            .filter(one -> one.isTopLevelClass() && !one.getSimpleName().equals("package-info"))
            .collect(
                Collectors.groupingBy(
                    JavaClass::getPackageName, TreeMap::new, Collectors.counting()));
    assertThat(files)
        .allSatisfy((name, count) -> assertThat(count).as(name).isLessThanOrEqualTo(MOST_FILES));
  }

  @ArchTest
  static final ArchRule aSmallClassWithOneUserIsNestedInIt =
      classes()
          .that()
          .areTopLevelClasses()
          .and()
          .arePackagePrivate()
          .and()
          .haveNameNotMatching(".*package-info")
          .should(haveTwoUsersOrBeLarge());

  private static ArchCondition<JavaClass> haveTwoUsersOrBeLarge() {
    return new ArchCondition<>("be used by two classes, fill " + SMALL + " lines or be a concept") {
      @Override
      public void check(JavaClass one, ConditionEvents events) {
        boolean fine = !isSmallWithOneUser(one) || CONCEPTS.contains(one.getSimpleName());
        String text =
            "%s, %d lines, is used by %s only".formatted(one.getName(), lines(one), users(one));
        events.add(new SimpleConditionEvent(one, fine, text));
      }
    };
  }

  /** A name that no class needs any more would excuse the next class of that name. */
  @ArchTest
  static void everyConceptIsASmallClassWithOneUser(JavaClasses all) {
    assertThat(
            all.stream()
                .filter(one -> one.isTopLevelClass() && isSmallWithOneUser(one))
                .map(JavaClass::getSimpleName))
        .containsAll(CONCEPTS);
  }

  private static boolean isSmallWithOneUser(JavaClass one) {
    return !one.getModifiers().contains(JavaModifier.PUBLIC)
        && users(one).size() == 1
        && lines(one) < SMALL;
  }

  private static Set<String> users(JavaClass one) {
    return one.getDirectDependenciesToSelf().stream()
        .map(use -> outermost(use.getOriginClass()))
        .filter(user -> !user.equals(one))
        .map(JavaClass::getName)
        .collect(Collectors.toSet());
  }

  private static JavaClass outermost(JavaClass one) {
    JavaClass outer = one;
    while (outer.getEnclosingClass().isPresent()) {
      outer = outer.getEnclosingClass().get();
    }
    return outer;
  }

  /** The last line that does something, in the class or one that is nested in it. */
  private static int lines(JavaClass one) {
    return one.getPackage().getClasses().stream()
        .filter(part -> outermost(part).equals(one))
        .flatMapToInt(RoomsTest::lineNumbers)
        .max()
        .orElse(0);
  }

  private static IntStream lineNumbers(JavaClass part) {
    return IntStream.concat(
        part.getAccessesFromSelf().stream().mapToInt(access -> access.getLineNumber()),
        part.getCodeUnits().stream()
            .mapToInt(unit -> unit.getSourceCodeLocation().getLineNumber()));
  }
}

package org.mf4j;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
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

/** What holds for the packages of all modules together. */
@AnalyzeClasses(packages = "org.mf4j", importOptions = DoNotIncludeTests.class)
class HouseTest {
  /** Small classes of one user that a paper or the field has a name for. */
  private static final Set<String> CONCEPTS = Set.of();

  private static final int MOST_FILES = 25;
  private static final int SMALL = 70;

  @ArchTest
  static final ArchRule packagesHaveNoCycles =
      slices().matching("org.mf4j.(**)").should().beFreeOfCycles();

  @ArchTest
  static void noPackageHasMoreThan25Files(JavaClasses all) {
    Map<String, Long> files =
        all.stream()
            .filter(one -> one.isTopLevelClass() && !one.getSimpleName().equals("package-info"))
            .collect(Collectors.groupingBy(JavaClass::getPackageName, TreeMap::new, Collectors.counting()));
    assertThat(files).allSatisfy((name, count) -> assertThat(count).as(name).isLessThanOrEqualTo(MOST_FILES));
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
        Set<String> users =
            one.getDirectDependenciesToSelf().stream()
                .map(use -> outermost(use.getOriginClass()))
                .filter(user -> !user.equals(one))
                .map(JavaClass::getName)
                .collect(Collectors.toSet());
        boolean fine = users.size() != 1 || lines(one) >= SMALL || CONCEPTS.contains(one.getSimpleName());
        String text = "%s, %d lines, is used by %s only".formatted(one.getName(), lines(one), users);
        events.add(new SimpleConditionEvent(one, fine, text));
      }
    };
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
        .flatMapToInt(HouseTest::lineNumbers)
        .max()
        .orElse(0);
  }

  private static IntStream lineNumbers(JavaClass part) {
    return IntStream.concat(
        part.getAccessesFromSelf().stream().mapToInt(access -> access.getLineNumber()),
        part.getCodeUnits().stream().mapToInt(unit -> unit.getSourceCodeLocation().getLineNumber()));
  }
}

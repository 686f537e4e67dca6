package dev.signet.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.lang.AbstractClassesTransformer;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ClassesTransformer;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.util.function.Function;
import java.util.stream.Stream;

/** What every class or package should do, and the complaints about one that does not. */
final class Demand<T> extends ArchCondition<T> {

  private static final ClassesTransformer<JavaPackage> PACKAGES =
      new AbstractClassesTransformer<>("packages") {
        @Override
        public Iterable<JavaPackage> doTransform(JavaClasses classes) {
          return classes.stream().map(JavaClass::getPackage).distinct().toList();
        }
      };

  private final Function<T, Stream<String>> complaints;

  private Demand(String should, Function<T, Stream<String>> complaints) {
    super(should);
    this.complaints = complaints;
  }

  static ArchRule everyClass(String should, Function<JavaClass, Stream<String>> complaints) {
    return ArchRuleDefinition.classes().should(new Demand<>(should, complaints));
  }

  static ArchRule everyPackage(String should, Function<JavaPackage, Stream<String>> complaints) {
    return ArchRuleDefinition.all(PACKAGES).should(new Demand<>(should, complaints));
  }

  @Override
  public void check(T item, ConditionEvents events) {
    complaints
        .apply(item)
        .map(complaint -> SimpleConditionEvent.violated(item, complaint))
        .forEach(events::add);
  }
}

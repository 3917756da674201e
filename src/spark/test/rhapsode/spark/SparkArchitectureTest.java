package rhapsode.spark;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The bot does not know of Spark, and Spark's annexe knows of the network alone. */
class SparkArchitectureTest {
  private static final JavaClasses HOUSE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("rhapsode");

  @Test
  void sparkStaysInItsAnnexe() {
    noClasses()
        .that()
        .resideOutsideOfPackage("rhapsode.spark..")
        .should()
        .dependOnClassesThat(
            resideInAnyPackage("org.apache.spark..", "scala..", "org.apache.hadoop.."))
        .check(HOUSE);
    noClasses()
        .that()
        .resideOutsideOfPackage("rhapsode.spark..")
        .should()
        .dependOnClassesThat(resideInAPackage("rhapsode.spark.."))
        .check(HOUSE);
  }

  @Test
  void theAnnexeImportsTheNetworkAndTheLanguageAlone() {
    classes()
        .that()
        .resideInAPackage("rhapsode.spark..")
        .should()
        .onlyDependOnClassesThat(
            not(resideInAPackage("rhapsode.."))
                .or(
                    resideInAnyPackage(
                        "rhapsode.spark..", "rhapsode.network..", "rhapsode.language..")))
        .check(HOUSE);
  }
}

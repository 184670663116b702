import java.time.LocalDate;
import java.time.chrono.HijrahDate;
import java.time.temporal.ChronoField;

/** Prints the Umm al-Qura years of Java's HijrahChronology, which has its own table: the second opinion on umalqura_table.go. */
class Umalqura {
    public static void main(String[] arguments) {
        System.out.println("# Umm al-Qura: year, days from 1970-01-01 to its first day, lengths of its months; Java "
            + System.getProperty("java.version") + " HijrahChronology");
        for (int year = 1300; year <= 1600; year++) {
            StringBuilder lengths = new StringBuilder();
            for (int month = 1; month <= 12; month++) {
                HijrahDate first = HijrahDate.of(year, month, 1);
                lengths.append(month == 1 ? "" : " ").append(first.lengthOfMonth());
            }
            System.out.println(year + "\t" + HijrahDate.of(year, 1, 1).toEpochDay() + "\t" + lengths);
        }
    }
}

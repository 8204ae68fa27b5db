import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Blocks of Unicode in regular expressions, under all the names that they have. */
public class RegexBlocks {
    public static void main(String[] arguments) {
        String text = "a\u0301 Ω я 東 é \u2192 😀 \uFB01 \u0000";
        for (String name : new String[] {
            "InGreek", "InCombiningDiacriticalMarks", "InBASIC_LATIN", "Inbasic latin", "InCyrillic", "block=CJK Unified Ideographs",
            "blk=Emoticons", "InArrows", "InLatin-1Supplement", "InGreekandCoptic", "InNope", "In", "InAlphabeticPresentationForms"
        }) {
            try {
                System.out.println(name + " " + Pattern.compile("\\p{" + name + "}+").matcher(text).replaceAll("<$0>") + " "
                        + Pattern.compile("\\P{" + name + "}").matcher(text).replaceAll(""));
            } catch (PatternSyntaxException e) {
                System.out.println(name + ": " + e.getDescription());
            }
        }
    }
}

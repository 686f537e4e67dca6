package dev.signet.brand;

import dev.signet.platform.CannotStart;
import dev.signet.platform.Settings;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The files that an operator puts in the place of ours: views, and what pages load. They are read
 * once, at the start, so that all requests see the same, and what is wrong is seen before the
 * first.
 */
public final class PageFolder {

  private static final String KEY = "signet.page.folder";
  private static final String VIEW = ".html";

  private final Map<String, byte[]> files;

  private PageFolder(Map<String, byte[]> files) {
    this.files = files;
  }

  /** That of the settings; without one, nothing is replaced. */
  static PageFolder from(Settings settings) {
    return new PageFolder(settings.optional(KEY).map(PageFolder::read).orElseGet(Map::of));
  }

  private static Map<String, byte[]> read(String name) {
    try (Stream<Path> paths = Files.list(Path.of(name))) {
      Map<String, byte[]> files = new TreeMap<>();
      for (Path path : paths.filter(PageFolder::isMeant).toList()) {
        files.put(path.getFileName().toString(), OperatorFile.content(KEY, path));
      }
      return files;
    } catch (IOException | InvalidPathException unreadable) {
      throw new CannotStart(KEY + " is wrong: expected a folder that can be read.", unreadable);
    }
  }

  /** What begins with a dot is an editor's, or of Kubernetes, whose files are links to such. */
  private static boolean isMeant(Path path) {
    String name = path.getFileName().toString();
    if (name.startsWith(".")) {
      return false;
    }
    if (!Files.isRegularFile(path) || !(name.endsWith(VIEW) || Asset.isServed(name))) {
      throw new CannotStart(
          KEY + " is wrong: " + name + " is no view (.html) and no file of a type that is served.");
    }
    return true;
  }

  /** The texts of the views in it, by the names of their files. */
  public Map<String, String> views() {
    return files.entrySet().stream()
        .filter(file -> file.getKey().endsWith(VIEW))
        .collect(Collectors.toMap(Map.Entry::getKey, file -> text(file.getKey(), file.getValue())));
  }

  Stream<Asset> assets() {
    return files.entrySet().stream()
        .filter(file -> !file.getKey().endsWith(VIEW))
        .map(file -> Asset.of(file.getKey(), file.getValue()));
  }

  /** The names of all files in it. */
  public List<String> names() {
    return List.copyOf(files.keySet());
  }

  private static String text(String name, byte[] content) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
    } catch (CharacterCodingException notText) {
      throw new CannotStart(KEY + " is wrong: " + name + " is no UTF-8 text.", notText);
    }
  }
}

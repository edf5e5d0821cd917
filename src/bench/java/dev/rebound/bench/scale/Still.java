package dev.rebound.bench.scale;

import dev.rebound.console.kit.FileChoice;
import dev.rebound.console.kit.Look;
import dev.rebound.console.shell.ProgramActs;
import dev.rebound.keystore.KeyStore;
import dev.rebound.session.DataFolder;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A program around a measured window in which nothing is chosen and nothing else happens. */
final class Still {
    private Still() {}

    static final class NoFiles implements FileChoice {
        @Override
        public List<Path> filesToRead(String title) {
            return List.of();
        }

        @Override
        public Optional<Path> folderToRead(String title) {
            return Optional.empty();
        }

        @Override
        public Optional<Path> fileToWrite(String title, String suggestedName) {
            return Optional.empty();
        }
    }

    static final class NoActs implements ProgramActs {
        @Override
        public void openSample() {}

        @Override
        public void leaveSample() {}

        @Override
        public Look look() {
            return Look.usual();
        }

        @Override
        public void wear(Look look) {}

        @Override
        public void pressed() {}

        @Override
        public boolean isMasked() {
            return false;
        }

        @Override
        public void mask(boolean wanted) {}

        @Override
        public void replaced(String sentence) {}

        @Override
        public Optional<DataFolder> places() {
            return Optional.empty();
        }

        @Override
        public KeyStore keyStore() {
            return KeyStore.ofThisComputer(Path.of("target"));
        }

        @Override
        public void openWindow() {}

        @Override
        public void speak(Locale locale) {}

        @Override
        public void quit() {}
    }
}

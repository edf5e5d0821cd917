package dev.rebound.feeds.container;

/** Hears how far the reading is, and says when to stop. Called often, from the reading thread. */
public interface Progress {
    /** Bytes of the file read so far, out of its size. */
    void bytesRead(long soFar, long total);

    /** Whether the operator wants to stop; the reading then ends with a {@link FeedException.Kind#CANCELLED}. */
    boolean cancelled();

    /** Nobody listens and nobody stops. */
    Progress NONE = new Progress() {
        @Override
        public void bytesRead(long soFar, long total) {}

        @Override
        public boolean cancelled() {
            return false;
        }
    };
}

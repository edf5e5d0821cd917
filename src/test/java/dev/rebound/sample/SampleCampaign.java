package dev.rebound.sample;

/** The three campaigns of the sample, with the ids a platform gives. */
enum SampleCampaign {
    SPRING(Planted.SPRING, "5f1a7c1e-0001-4d6e-9a55-202603130800"),
    ORDERS(Planted.ORDERS, "5f1a7c1e-0002-4d6e-9a55-202601010000"),
    NEWSLETTER(Planted.NEWSLETTER, "5f1a7c1e-0003-4d6e-9a55-202603120700");

    final String title;
    final String id;

    SampleCampaign(String title, String id) {
        this.title = title;
        this.id = id;
    }

    /** Scheduled campaigns share one id for the whole send, triggered ones have one per message. */
    String dispatchId(SampleMail mail) {
        return switch (this) {
            case SPRING -> "69b3c2a0f1aa2d00017be001";
            case NEWSLETTER ->
                mail.sentAt.isBefore(SampleTraffic.DAY_14) ? "69b26440f1aa2d00017bd7a2" : "69b51360f1aa2d00017bf3c9";
            case ORDERS -> "69b4%08xf1aa2d%06x".formatted(mail.sentAt.getEpochSecond(), mail.number);
        };
    }

    String variantId() {
        return "a0c4e1%02d-77aa-4f0b-8c1d-5b1f0c9d2e00".formatted(ordinal());
    }
}

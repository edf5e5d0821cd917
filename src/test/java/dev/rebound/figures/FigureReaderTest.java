package dev.rebound.figures;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.insight.compare.Claim;
import dev.rebound.insight.compare.Figure;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Figures are understood in every shape in which a dashboard or an endpoint gives them. */
class FigureReaderTest {
    private static final LocalDate FRIDAY = LocalDate.of(2026, 3, 13);
    private static final LocalDate SATURDAY = LocalDate.of(2026, 3, 14);

    private static List<Claim> claims(String text) throws IOException {
        return FigureReader.read(text, ZoneOffset.UTC).claims();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Sends 120000|SENDS|120000",
                "Messages Sent: 120,000|SENDS|120000",
                "Deliveries\t108 948 (90.79 %)|DELIVERIES|108948",
                "Deliveries: 90.79% 108.948|DELIVERIES|108948",
                "Total deliveries 1\u202f816|DELIVERIES|1816",
                "Bounces = 96|BOUNCES|96",
                "Envois : 2\u00a0000|SENDS|2000",
                "Rebonds temporaires 120|SOFT_BOUNCES|120",
                "Emails Reported as Spam 3|COMPLAINTS|3",
            })
    void aLineIsAFigure(String line, Figure figure, long value) throws IOException {
        assertThat(claims(line)).containsExactly(new Claim("", figure, null, value));
    }

    @Test
    void theServiceBeforeAFigureClaimsIt() throws IOException {
        assertThat(claims("SendGrid drops 655\nAmazon SES deliveries: 12"))
                .containsExactly(
                        new Claim("SendGrid", Figure.DROPS, null, 655),
                        new Claim("Amazon SES", Figure.DELIVERIES, null, 12));
    }

    @Test
    void theStatisticsOfSendGridAreItsOwnAndItsDropsAreAddedUp() throws IOException {
        ReadFigures read = FigureReader.read("""
                Date,Requests,Delivered,Opens,Unique Opens,Bounces,Bounce Drops,Spam Report Drops,Unsubscribe Drops,Invalid Emails
                2026-03-13,1000,950,400,300,5,7,1,2,3
                """, ZoneOffset.UTC);
        assertThat(read.notUnderstood()).isEmpty();
        assertThat(read.claims())
                .contains(
                        Claim.total("SendGrid", Figure.SENDS, FRIDAY, FRIDAY, 1000),
                        Claim.total("SendGrid", Figure.DROPS, FRIDAY, FRIDAY, 13),
                        Claim.total("SendGrid", Figure.OPENS, FRIDAY, FRIDAY, 300));
    }

    @Test
    void whatTheServiceTookOnAndWhatItWorkedOnAreNotAddedUp() throws IOException {
        assertThat(claims("""
                        date,requests,processed,delivered,bounce_drops
                        2026-03-13,1005,1000,930,5
                        """))
                .contains(
                        Claim.total("SendGrid", Figure.SENDS, FRIDAY, FRIDAY, 1005),
                        Claim.total("SendGrid", Figure.DROPS, FRIDAY, FRIDAY, 5));
    }

    @ParameterizedTest
    @ValueSource(strings = {"03/13/2026,3/14/2026", "13.03.2026,14.03.2026", "13/03/2026,14/03/2026"})
    void theDaysThemselvesTellTheOrderOfDayAndMonth(String days) throws IOException {
        String[] day = days.split(",", -1);
        assertThat(claims("Date;Sent\n" + day[0] + ";10\n" + day[1] + ";5\n"))
                .containsExactly(
                        Claim.total("", Figure.SENDS, FRIDAY, SATURDAY, 15),
                        new Claim("", Figure.SENDS, FRIDAY, 10),
                        new Claim("", Figure.SENDS, SATURDAY, 5));
    }

    @Test
    void aRowThatAddsUpTheDaysIsNotAddedToThem() throws IOException {
        ReadFigures read = FigureReader.read("Date,Sent\n2026-03-13,10\n2026-03-14,5\nTotal,15\n", ZoneOffset.UTC);
        assertThat(read.claims()).contains(Claim.total("", Figure.SENDS, FRIDAY, SATURDAY, 15));
        assertThat(read.notUnderstood()).isEmpty();
    }

    @Test
    void aDayThatMayBeTwoIsSaidAndNotGuessed() throws IOException {
        ReadFigures read = FigureReader.read("Date,Sent\n03/04/2026,10\n", ZoneOffset.UTC);
        assertThat(read.claims()).containsExactly(new Claim("", Figure.SENDS, null, 10));
        assertThat(read.notUnderstood()).containsExactly("Date 03/04/2026");
    }

    @Test
    void aNameMayStandAboveItsNumber() throws IOException {
        assertThat(claims("Sends\n2,000\n\nDeliveries\n1,816\n90.8%\nBounces\n2"))
                .extracting(Claim::value)
                .containsExactly(2000L, 1816L, 2L);
    }

    @Test
    void aNumberWithoutAKnownNameIsSaidAndNotGuessed() throws IOException {
        ReadFigures read = FigureReader.read("Sends 10\nRevenue 12", ZoneOffset.UTC);
        assertThat(read.claims()).hasSize(1);
        assertThat(read.notUnderstood()).containsExactly("Revenue 12");
    }

    @Test
    void dailyTotalsOfThePlatformAddUpTheirVariants() throws IOException {
        assertThat(claims("""
                        {"message": "success", "data": [
                          {"time": "2026-03-13", "conversions": 4, "messages": {"email": [
                            {"variation_api_id": "v1", "sent": 60, "delivered": 50, "bounces": 1, "unique_opens": 9, "opens": 12},
                            {"variation_api_id": "v2", "sent": 40, "delivered": 39, "bounces": 0}]}},
                          {"time": "2026-03-14", "messages": {"email": [{"sent": 0, "delivered": 5, "bounces": 0}]}}]}
                        """))
                .contains(
                        Claim.total("Braze", Figure.SENDS, FRIDAY, SATURDAY, 100),
                        Claim.total("Braze", Figure.DELIVERIES, FRIDAY, SATURDAY, 94),
                        Claim.total("Braze", Figure.BOUNCES, FRIDAY, SATURDAY, 1),
                        Claim.total("Braze", Figure.OPENS, FRIDAY, SATURDAY, 9),
                        new Claim("Braze", Figure.DELIVERIES, LocalDate.of(2026, 3, 13), 89),
                        new Claim("Braze", Figure.DELIVERIES, LocalDate.of(2026, 3, 14), 5));
    }

    @Test
    void statisticsOfTheServicesAreTold() throws IOException {
        assertThat(claims("""
                        [{"date": "2026-03-13", "stats": [{"metrics": {"requests": 900, "processed": 890, "delivered": 850,
                          "bounces": 3, "bounce_drops": 6, "spam_report_drops": 1, "invalid_emails": 2,
                          "unsubscribe_drops": 1, "blocks": 20, "deferred": 44, "spam_reports": 1, "unique_opens": 300}}]}]
                        """))
                .contains(
                        Claim.total("SendGrid", Figure.SENDS, FRIDAY, FRIDAY, 900),
                        Claim.total("SendGrid", Figure.DROPS, FRIDAY, FRIDAY, 10),
                        new Claim("SendGrid", Figure.BLOCKS, LocalDate.of(2026, 3, 13), 20));
        assertThat(claims("""
                        {"SendDataPoints": [
                          {"Timestamp": "2026-03-13T08:00:00Z", "DeliveryAttempts": 10, "Bounces": 1, "Complaints": 0, "Rejects": 0},
                          {"Timestamp": "2026-03-13T08:15:00Z", "DeliveryAttempts": 20, "Bounces": 2, "Complaints": 1, "Rejects": 0}]}
                        """))
                .contains(
                        new Claim("Amazon SES", Figure.SENDS, LocalDate.of(2026, 3, 13), 30),
                        Claim.total("Amazon SES", Figure.BOUNCES, FRIDAY, FRIDAY, 3));
        assertThat(claims("{\"results\": [{\"count_injected\": 9, \"count_delivered\": 7, \"count_soft_bounce\": 1}]}"))
                .contains(new Claim("SparkPost", Figure.SENDS, null, 9));
        assertThat(claims("""
                                {"stats": [{"time": "Fri, 13 Mar 2026 00:00:00 UTC", "accepted": {"outgoing": 5, "total": 5},
                                  "delivered": {"smtp": 4, "http": 0, "total": 4}, "failed": {"permanent": {"bounce": 1}}}]}
                                """))
                .contains(
                        new Claim("Mailgun", Figure.DELIVERIES, LocalDate.of(2026, 3, 13), 4),
                        Claim.total("Mailgun", Figure.BOUNCES, FRIDAY, FRIDAY, 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t"})
    void aCampaignCsvHasOneRowADay(String separator) throws IOException {
        String text = """
                Date,Number of Emails Sent by Date,Number of Emails Delivered by Date,Email Bounces by Date,Revenue
                2026-03-13,1500,1400,2,7
                2026-03-14,500,416,0,8
                """.replace(",", separator);
        ReadFigures read = FigureReader.read(text, ZoneOffset.UTC);
        assertThat(read.claims())
                .contains(
                        Claim.total("", Figure.SENDS, FRIDAY, SATURDAY, 2000),
                        new Claim("", Figure.DELIVERIES, LocalDate.of(2026, 3, 14), 416),
                        Claim.total("", Figure.BOUNCES, FRIDAY, SATURDAY, 2));
        assertThat(read.notUnderstood()).containsExactly("Revenue");
    }

    @Test
    void aCsvOfNamesAndValuesIsReadToo() throws IOException {
        assertThat(claims("figure,value\nSends,2000\nDeliveries,1816\n"))
                .containsExactly(new Claim("", Figure.SENDS, null, 2000), new Claim("", Figure.DELIVERIES, null, 1816));
    }

    @Test
    void whatWasDoneManyTimesIsNotAddedToWhatCountsPeople() throws IOException {
        assertThat(claims("Sends,Unique Opens,Total Opens,Clicks,Unique Clicks\n500,31,47,9,6\n"))
                .containsExactly(
                        new Claim("", Figure.SENDS, null, 500),
                        new Claim("", Figure.OPENS, null, 31),
                        new Claim("", Figure.CLICKS, null, 6));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Campaign", "Campaign Name", "campaign_name", "Nom de campagne"})
    void rowsOfOtherCampaignsCanBeLeftOut(String column) throws IOException {
        ReadFigures read = FigureReader.read(
                column
                        + ";Date;Sends;Deliveries\nSummer;2026-03-13;700;690\nSummer;2026-03-14;10;9\nWinter;2026-03-14;50;48\n",
                ZoneOffset.UTC);
        assertThat(read.notUnderstood()).isEmpty();
        assertThat(read.campaigns()).containsExactly("Summer", "Winter");
        ReadFigures summer = read.about("Summer"::equals);
        assertThat(summer.claims())
                .contains(
                        Claim.total("", Figure.SENDS, FRIDAY, SATURDAY, 710),
                        new Claim("", Figure.DELIVERIES, SATURDAY, 9));
        assertThat(read.without(summer)).containsExactly("Winter");
        assertThat(read.about("Spring"::equals).claims()).isEmpty();
    }
}

/**
 * The sample conference, in the order in which it happened; days are counted back from today.
 *
 * - **400 days ago** eight organisations meet in Niš and sign their principles (13.1). Two more apply in the following
 *   month, are presented by founders who know them and admitted after the 21 days that they had set, since nobody disagrees (2.3).
 * - **334 to 282 days ago** the charter gets its final version (13.2, 13.3). A clause on open measurements is added and
 *   amended twice; another amendment is left out because one participant cannot approve it; the no-disagreement period
 *   becomes 30 days. Adopted unanimously, signed by all ten.
 * - **262 days ago** Morava Circle brings what it has kept of the river meetings before the conference: resolutions and meetings from the archive.
 * - **236 to 112 days ago** “Forests that hold the water”. Two wordings of one clause compete; a walk along the Nišava
 *   finds a third; a second consultation finds none for the Delta. Adopted by broad consensus (7.2) with one objection
 *   and one organisation standing aside. Nine sign: one with a reservation, two in part, one *ad referendum*, confirmed
 *   a month later. The tenth attaches its disagreement, another a particular view in Greek (8).
 * - **92 days ago until now** “Drinking water is held in common”. One amendment taken in, adopted unanimously 14 days
 *   ago (6.1). Eight have signed, one of them in part and one *ad referendum*; two have yet to.
 * - **58 days ago until 22 days from now** “On keeping the last free-flowing tributaries free”, in consultation: six
 *   amendments, three of them still open, one of these moved jointly and one accepted on a condition, a debate in two
 *   languages, and two points of friction. Δίκτυο Ποταμών has yet to say where it stands on
 *   one.
 * - **41 days ago** five participants and three organisations from outside sign a statement on a flood, and one of the five withdraws its signature (14).
 * - **48 to 44 days ago** four participants say what they are in their own language too, and give a picture (4.1).
 * - **64 to 27 days ago** an assembly in Višegrad: it elects a coordinating group, and takes “On opening the way for the fish” in principle, so that the group completes it (9.1, 13.3). Its summary
 *   record lies open to correction for three more days. Since then an amendment, the next assembly convened in Shkodër, and a call for help with its minutes, which one answers (9.6).
 * - **16 to 3 days ago** letters: a circular of the group, which seven acknowledge and two answer, a question from an office outside and the group's reply, a boat that nobody has fetched, and seed
 *   for those who signed the resolution on the forests (9.2).
 * - **322 to 13 days ago** seven reports in three languages: wells, a wood after a fire, ice, high water, a drill of which only participants read, the flood, acorns (1.2).
 * - **109 days ago until 11 days from now** a periodical, “The Confluence” (11): decided by silence, two articles written and translated, its first issue published 56 days ago with an erratum since, a second
 *   put to all three days ago.
 * - **28 days ago until now** Pro Delta, to which that assembly gave it, keeps the books: the notebook of the first year, a fund for those whom the flood met, marks for the assembly, a slip taken back (12).
 * - **43 to 17 days ago** an appeal after that flood, for which three do something, one of them in kind and one among participants alone; and a joint action in three countries, which one joins for a part, with its report (1.3, 1.5).
 * - **27 days ago** Moravski Krug presents Balkanska Šuma, which applied the day before. It becomes a participant in three days unless somebody disagrees.
 *
 * Nothing here is real: no organisation, person or event. `STORY` holds the same as events with their times.
 */
export * from './applications.ts';
export * from './archive.ts';
export * from './assembly.ts';
export * from './charter.ts';
export * from './conference.ts';
export * from './descriptions.ts';
export * from './flood.ts';
export * from './forests.ts';
export * from './letters.ts';
export * from './means.ts';
export * from './organisations.ts';
export * from './principles.ts';
export * from './reports.ts';
export * from './publications.ts';
export * from './solidarity.ts';
export * from './story.ts';
export * from './tributaries.ts';
export type * from './types.ts';
export * from './versions.ts';
export * from './water.ts';

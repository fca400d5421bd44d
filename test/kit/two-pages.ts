/** A text of two printed pages, as people type it: on rivers, in some 800 words. */
export const TWO_PAGES = `The participants,

*Knowing* that a river takes no notice of a border, and that whoever lives upstream decides much of what those below will drink,

*Recalling* what their grandparents agreed at the mills: that nobody holds the water back from another, and that whoever mends the weir may ask the others for a day's work,

*Having seen*, in the last ten summers, springs fail that had never failed before, and, in the winters between, floods where nobody had thought of them,

*Convinced* that what is measured together is quarrelled over less,

## What we hold

1. Hold that the water of a mountain river belongs first to those who drink it, then to what grows and swims in it, and only then to those who would sell it or what it drives;

2. Hold that nobody upstream may be asked to go without so that somebody downstream may waste:

   (a) a village that saves water keeps what it has saved for the dry months of the same year;

   (b) a town that loses a third of its water in its pipes mends the pipes before it asks for another spring;

3. Agree that no new plant is built on a stretch of river that is still free, and that the stretches that are still free are listed, with maps, by the end of next year;

## What we shall do

4. Decide that every stream in the basins of the participants is measured in all four seasons:

   (a) how much water it carries;

   (b) how warm it is, and how clear;

   (c) what lives in it, by a list that pupils can use;

   (d) who takes water from it, and how much;

5. Ask the municipalities of the mountains to publish, each month and in the open, what is taken from their rivers, by whom and under which permit, so that nobody has to go to court to learn it;

6. Undertake to tell one another at once of a flood, a spill or a drying-up, by day and by night:

   (a) by telephone to the two organisations next downstream, whose numbers are kept on one list;

   (b) in writing to all within two days, with what is known and what is not;

   (c) with no word on whose fault it was until all have been heard;

7. Establish a common fund for the gauges and for the travel of those who read them, into which each pays what it alone judges that it can, and whose books lie open to all;

8. Will hold, each year in the week after the snow has gone, a walk along one of the rivers, from its spring to its mouth or as far as the feet carry, to which schools on both sides are invited;

## How we go on

9. Ask the coordinating group to gather what was measured into one report a year, in the languages of the participants, of no more than twenty pages, that begins with what has changed;

10. Agree that whoever finds a number in the report wrong may say so in the report itself, beside the number;

11. Will look at this text again after three years, clause by clause, and ask of each what it has changed;

12. Will leave nothing out of that look because it is old, or because somebody is proud of it.
`;

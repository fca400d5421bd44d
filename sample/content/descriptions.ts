import type { ParticipantId } from './types.ts';
import type { When } from './story.ts';

/** What four participants say of themselves since, in their own language and in English, each with a small picture. */

export interface SelfDescription {
  readonly at: When;
  readonly by: ParticipantId;
  /** In the organisation's own language; the English words are those that it entered with. */
  readonly own: string;
  /** A PNG of 96 pixels a side, in base64. */
  readonly picture: string;
}

export const DESCRIPTIONS: readonly SelfDescription[] = [
  {
    at: [-48, 18, 20],
    by: 'diktyo-potamon',
    own: 'Περιπατητές, βιολόγοι και μηχανικοί του νερού, που γνωρίζουν από έναν ποταμό ο καθένας και συγκρίνουν σημειώσεις. Κρατούν ένα δημόσιο ημερολόγιο πηγών: πότε τρέχουν, και πότε στερεύουν.',
    picture:
      'iVBORw0KGgoAAAANSUhEUgAAAGAAAABgAgMAAACf9p+rAAAADFBMVEX79+4dT4yPs9w9elezzjZAAAABXElEQVR42u2SzY2EMAyFAYlL7jSRKiiBA+awJUwVNME9l5Uy3iK2nyliWTnG+UFEO5bmNusDkHx5z8Zx0/zHG0Q7akE/acEwawGAErQAow70AJMODACzDgBU6q2BlsCoAT2B6bqo67IArrO3DMbnQc9geh4MDGYNuG0VgJ/XYMG7GuCrrGpV9fCx6Xqlvw/LwJ/3ESk1LIjnfRmfkqBPA2czYsjZbACLo2xO9jtcyewOcCOjsOSCXBOt6W28CHJjSndIjAsskpV2gtOa5QtGHXthIQiSsO68SEXiyCS9Y8hJeygzL05iJVdq9Nr4xEuADFwJjABzBu4vUM9xDer/UQPUkrJXR0uoNUUSK83DeGXxQlGKyCXWSZnG55IwAS7dspAOswkgicVwytCQpCLpuMEQrskngI0s0vFglirBcsAp9hAP/OaPH/zijwPsD6QdfhZg3zl5XCZwiir4BdZ6JbKWR1iwAAAAAElFTkSuQmCC',
  },
  {
    at: [-47, 9, 5],
    by: 'zelena-sava',
    own: 'Volonteri iz gradova uz Savu koji paze na njezinu vodu, hrastove šume i vlažne livade. Počelo je čišćenjem jedne obale, a danas učimo ljude čitati rijeku.',
    picture:
      'iVBORw0KGgoAAAANSUhEUgAAAGAAAABgAgMAAACf9p+rAAAADFBMVEXo8fUrbI9/sMYWQlujLvKDAAAA90lEQVR42u2QO44CQQxELUKOwn2KlToh30swlyDfpCXwfTgKIfLSH7urtTspCVNZ+fmNWyOyZcsnZqfLylz1X3BQ1euKwMoPC6pRRSeBFH/JvoOu7MXv9XlU0aa40OuugCsLvR4KKDtD8FpXF56rLvUf6EreBzISD29IDdwAfBMAkCq4ADiOeamQLpDSqvjGUHIAYFLgIHeQWCgAHjpdQA6QxukCgEm5OMgE0jgIAec41mZAeQuwJ9eTWQB7ELCoYrHzmp/tVe8BHix4LcDoQlQxUtq81Qqek9CUCvq9s4N7gKp8+bxWGTsh1Crx2ZNRBviTDXwe+AVlIvUzkNKplAAAAABJRU5ErkJggg==',
  },
  {
    at: [-45, 12, 40],
    by: 'codrul-batran',
    own: 'Umblăm prin pădurile bătrâne de fag și molid ale Carpaților, le punem pe hartă și vorbim pentru ele. Suntem pădurari, ciobani și oameni cărora pur și simplu le place să stea copacii în picioare.',
    picture:
      'iVBORw0KGgoAAAANSUhEUgAAAGAAAABgAgMAAACf9p+rAAAADFBMVEXz8OQvaz9aPSKMtIqkpjZEAAABNElEQVR42u3TMW6EMBAFUBCii0TFJVLlBvYRKBil3D6X2OtslEtwiVwiFQ2dVz/yesczw5rCUpRqfwdPZuZbomme+dO0vhb6qRbG+QCIKqEl8nXQE011MBLNdUBU3reN4GugjzDVwBhhrgGig32PoE3gy0uV1jqEMcFurTcNLxaIeC0NQYMz0DJ4A9BXAnnfQTfHYkCaG1gEOgUDFmneYTWQC2pwWAUGBAO5oIUg4BQAQZo7QEPPMFmAAAQ6ACPDDOSGEShHwbCHVeAqcDawCZwEXDzNVxK/GzTwgT1c1YgM2AMUbGo2Q+yHb4Z35IY3MAUV2IJ3GLAveG846BFpyFq4Q3WL7hECQ5r98cnTA/fbNJy4IW4JTfN6Sd+1gAQQ6EqwmH83QjH/D5D8fKkHDSZPeMgv8la2tvQ2ZocAAAAASUVORK5CYII=',
  },
  {
    at: [-44, 15, 30],
    by: 'pro-delta',
    own: 'Oameni care trăiesc din Delta Dunării și vor să trăiască din ea și de acum încolo: pescari, tăietori de stuf, ghizi și câțiva oameni de știință. Vorbim pentru sate în care canalele țin loc de drumuri.',
    picture:
      'iVBORw0KGgoAAAANSUhEUgAAAGAAAABgAgMAAACf9p+rAAAADFBMVEXu8+Iqf57J15rptEzsHN38AAABSElEQVR42u3UsW3DMBAF0DOM1K4yjz1CinwWGkH7cAQV4hQeyQMYYEBSvH8SKdhBnM4sJNiPuE9KPInoOAAX6Y037MH53odjjNcunGK8deEc470LMcbYg2OC60vglOD2EnjhqnZ3vg+7D3H3fUhT6X2o2/EBfHXhE/juAgD8Cg4JLv3sVXqow8M7OP1JgPPOo4UZg3cTxgYmjN7NGBrwCN4FhggjEjBEGJGAIcKIBAwRRiRgiDAig4YIIzJoiDAig4YohAJhA/k/XgggwEKpnKGmC7ML1PQHUAqX3GXvwkWtrgvAAp6AJbDAst5HMBJmA9Mahv8Bs/9gwK/B/QVcaG5iXkEFEAYLk8K8hVFhtDArTFsYFqhnrB7CvBbhohTyRDEHvEIuLaYlKuSZYpqoQq4tpu0U0lQxjaqQiovpeYVURMxXguARfgCxYitGdPDRVAAAAABJRU5ErkJggg==',
  },
];

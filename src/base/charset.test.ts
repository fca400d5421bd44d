import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { wordsOfFile } from './charset.ts';

/** Words in a code page of one byte a letter. */
const inPage = (page: string, words: string): Uint8Array => {
  const decoder = new TextDecoder(page);
  const bytes = new Map(Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte]));
  return Uint8Array.from(Array.from(words), (letter) => bytes.get(letter) ?? assert.fail(`${letter} in ${page}`));
};

const inUtf16 = (words: string, little: boolean, mark: boolean): Uint8Array => {
  const units = Array.from((mark ? '\ufeff' : '') + words, (letter) => letter.charCodeAt(0));
  return Uint8Array.from(units.flatMap((unit) => (little ? [unit & 255, unit >> 8] : [unit >> 8, unit & 255])));
};

suite('a file of plain text says nothing of its encoding, and is read in', () => {
  const texts: readonly (readonly [page: string, words: string])[] = [
    [
      'windows-1250',
      'Konferencija poziva sve članove da čuvaju rijeke: Žepče i Đakovo bit će domaćini, a rješenje važi za sve.',
    ],
    ['windows-1250', 'Zgromadzenie wzywa wszystkich członków, aby chronili rzeki i żeby nie zasypywać źródeł.'],
    ['windows-1250', 'Shromáždění vyzývá všechny členy, aby chránili řeky; účastníci přivezou zprávy v září.'],
    ['windows-1250', 'A közgyűlés felhívja a tagokat, hogy őrizzék a folyókat, és a döntésük közös.'],
    ['windows-1250', 'Adunarea cheamă toţi membrii să păzească râurile; şedinţa va avea loc în oraşul Iaşi.'],
    ['windows-1250', 'Skupščina poziva vse članice, da varujejo reke. Naslednje srečanje bo v Žalcu.'],
    ['windows-1251', 'Събранието призовава всички членове да пазят реките.'],
    ['windows-1251', 'Скупштина позива све учеснике да чувају реке; следеће заседање биће у Нишу.'],
    [
      'windows-1252',
      'Die Versammlung ruft alle auf, die Flüsse zu schützen. Über die Gewässer wird jährlich berichtet.',
    ],
    ['windows-1252', 'L’assemblée appelle tous les membres à protéger les rivières, dès l’année prochaine.'],
    ['windows-1252', 'Kuvendi u bën thirrje të gjithë anëtarëve që të ruajnë lumenjtë në Korçë.'],
    ['windows-1252', 'As decisões são comunicadas às organizações, e à proteção dos rios.'],
    ['windows-1252', 'Forsamlingen opfordrer alle til at værne om åerne og søerne på Ærø.'],
    ['windows-1253', 'Η συνέλευση καλεί όλα τα μέλη να προστατεύσουν τα ποτάμια. Άρθρο 3: ομόφωνα.'],
    [
      'windows-1254',
      'Genel kurul bütün üyeleri nehirleri korumaya çağırır; bir sonraki toplantı İzmir’de yapılacaktır.',
    ],
    ['utf-8', 'Ευρωπαϊκά ποτάμια, реке и nehirler.'],
  ];
  for (const [page, words] of texts)
    test(`${page}: ${words.slice(0, 24)}`, () => {
      const bytes = page === 'utf-8' ? new TextEncoder().encode(words) : inPage(page, words);
      assert.deepEqual(wordsOfFile(bytes), { words, encoding: page });
    });

  test('UTF-16, with its mark or without', () => {
    const words = 'The assembly of Λάρισα.';
    for (const little of [true, false])
      for (const mark of [true, false]) {
        const encoding = little ? 'utf-16le' : 'utf-16be';
        assert.deepEqual(wordsOfFile(inUtf16(words, little, mark)), { words, encoding });
      }
  });

  test('none where it is no text', () => {
    const bytes = Uint8Array.from({ length: 3000 }, (_, i) => (i * i * 31 + (i >> 3) * 7) % 256);
    assert.equal(wordsOfFile(bytes), null);
    assert.equal(wordsOfFile(Uint8Array.of(0x41, 0, 0x42)), null);
  });
});

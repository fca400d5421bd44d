/** The words by which people say what a paragraph is, in the languages of the conferences this was made for and of their neighbours. */

/** Letters without the accents that capitals go without in many languages. */
const ACCENTS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    a: 'áàâäãåăąā',
    c: 'çćč',
    d: 'ď',
    e: 'éèêëěęē',
    i: 'íìîïī',
    l: 'ĺľ',
    n: 'ñńň',
    o: 'óòôöõőō',
    r: 'ŕř',
    s: 'śšşș',
    t: 'ťţț',
    u: 'úùûüůűū',
    y: 'ýÿ',
    z: 'źžż',
    α: 'ά',
    ε: 'έ',
    η: 'ή',
    ι: 'ίϊΐ',
    ο: 'ό',
    υ: 'ύϋΰ',
    ω: 'ώ',
    σ: 'ς',
  }).flatMap(([plain, accented]) => Array.from(accented, (letter): [string, string] => [letter, plain])),
);

/** In small letters and without accents, as capitals are written in many languages. */
export const unaccented = (word: string): string =>
  word.toLowerCase().replaceAll(/\p{L}/gu, (letter) => ACCENTS.get(letter) ?? letter);

const listed = (...lines: readonly string[]): ReadonlySet<string> =>
  new Set(lines.flatMap((line) => line.split(' ').map(unaccented)));

/** Before a number: a part of a text that holds others. */
export const DIVISIONS = listed(
  'chapter part section subsection title book annex appendix schedule attachment nr no num',
  'κεφάλαιο κεφαλαιο μέρος μερος ενότητα τμήμα τίτλος παράρτημα',
  'poglavlje glava dio deo odjeljak odeljak odsek poglavje razdelek del priloga prilog aneks naslov',
  'глава раздел дел део поглавље прилог анекс одељак част розділ частина часть приложение',
  'kapitel abschnitt teil titel anhang hoofdstuk afdeling onderafdeling deel titel bijlage aanhangsel onderdeel paragraaf',
  'chapitre titre partie annexe capitolo titolo sezione parte allegato capítulo título sección anexo capítol',
  'capitolul titlul secțiunea secţiunea partea anexa kreu kapitulli pjesa shtojca bölüm kısım ek',
  'rozdział dział część kapitola část hlava oddiel fejezet rész luku osa avsnitt',
  'الفصل الباب القسم الجزء',
);

/** `Annex`, `First part`, `ΜΕΡΟΣ ΠΡΩΤΟ`: a line that names a part without a number. */
export const isDivision = (line: string): boolean => {
  const words = line.replace(/[*.:]+$/u, '').split(/\s+/u, 4);
  return (
    words.length <= 3 &&
    words.some((word) => DIVISIONS.has(unaccented(word)) || (words.length === 1 && OPENINGS.has(unaccented(word))))
  );
};

/** The line above a table of contents. */
export const CONTENTS =
  /^[*]*(?:table of contents|contents|inhalt(?:sverzeichnis)?|sommaire|table des matières|indice|índice|sumário|cuprins|sadržaj|садржај|съдържание|содержание|содржина|зміст|περιεχόμενα|[iİ]çindekiler|përmbajtja|spis treści|obsah|tartalom|inhoud|kazalo|vsebina)[*:]*$/iu;

const OPENINGS = listed(
  'preamble introduction preambule préambule preambel preambolo preámbulo preâmbulo preambul',
  'προοίμιο εισαγωγή',
  'preambula преамбула präambel giriş başlangıç hyrje wstęp úvod preamble preambuľa',
);

/** Before a number: one clause. */
export const ARTICLES = listed(
  'article art clause principle rule paragraph para point item',
  'άρθρο αρθρο άρθ αρθ σημείο παράγραφος',
  'члан član članak čl člen clan clanak clen член чл стаття ст статья',
  'artikel artikkel articolo articolul artículo articulo artigo artikulli neni madde artykuł článok článek cikk pykälä',
  'المادة סעיף',
);

/** After a number with a dot: what makes it a day. */
export const MONTHLIKE = /^\p{L}{3,12}\.?\s+\d{4}\b/u;

const beginning = (...words: readonly string[]): RegExp =>
  new RegExp(String.raw`^(?:${words.join('|')})(?![\p{L}\p{N}])`, 'iu');

/** How the line above a list of signatories begins. */
export const SIGNED = beginning(
  String.raw`(?:list of )?(?:the |first |initial |founding )?(?:signed|signatories|signatory|signatures|undersigned|co-?signatories|endorsed by|endorsements|supported by|subscribed)`,
  'υπογράφουν|συνυπογράφουν|(?:οι )?υπογράφοντες|(?:οι )?υπογράφουσες|(?:οι )?υπογραφές|υπογράφεται από|προσυπογράφουν',
  'potpisnici|potpisnice|potpisali|potpisuju|potpisi|potpisano|supotpisnici|organizacije potpisnice|podpisniki|podpisnice|podpisani|podpisali',
  'потписници|потписнице|потписали|потписују|потписи|организације потписнице|потпишале|потпишуваат|подписали|подписници|подписани|подписват|подписан от',
  'semnatari|semnatarii|semnează|semnat de|organizații semnatare|nënshkruesit|nënshkruar nga|nënshkruajnë',
  '[iİ]mzacılar|[iİ]mzalayanlar|[iİ]mzacı kurumlar|[iİ]mzalayan kurumlar|[iİ]mzalar',
  '(?:i |primi )?firmatari|firmato da|firme|firmano|sottoscrivono|(?:les |premiers |premières |organisations )?signataires|signé par|signent|ont signé',
  '(?:die |erst)?unterzeichner(?:innen|\\*innen|:innen)?|unterzeichnende|unterzeichnet|gezeichnet|unterschriften|mitunterzeichner|ondertekend|ondertekenaars',
  '(?:los |organizaciones )?firmantes|firmado por|firman|suscriben|signatários|subscritores|assinam|assinado por|subscrevem|signants|signen|signat per',
  'podpisano|podpisy|sygnatariusze|podepsáni|podepsali|signatáři|podpísaní|signatári|aláírók|aláírta|aláírások',
  'подписанты|подписи|підписали|підписанти|підписи|undertecknare|undertecknat|underskrivere|underskrevet|allekirjoittajat|allekirjoittaneet',
  'الموقعون|الموقعات|الموقّعون|وقعت|وقّع|المنظمات الموقعة|على החתום|על החתום|חתומים',
);

/** A sentence that ends in a colon above names: “The declaration was signed by:”. */
export const SIGNED_WITHIN =
  /(?:^|\s)(?:signed|endorsed|supported|subscribed) by(?!\p{L})|(?:^|\s)(?:firmat[aoie] da|signée?s? par|firmad[ao]s? por|assinad[ao]s? por|unterzeichnet von|ondertekend door|semnat[ăe]? de|nënshkruar nga|podpisan[aoe] przez|υπογράφουν|υπογράφεται από|συνυπογράφουν|potpisali|potpisuju|podržali|podržavaju|потписали|потписују|подржали|подписали|підписали|imzalayanlar|imzalayan|podpisali|podepsali|aláírták)(?!\p{L})/iu;

/** A line that is one signature by itself: `(Signed) J. Smith`, `/s/ J. Smith`, `gez. Schmidt`. */
export const SIGNATURE =
  /^(?:\((?:signed|sd|sgd|signé|gez|gezeichnet|firmato|υπογραφή|potpis|подпис|s)\.?\)|\/s\/|sd\/-|(?:gez\.|w\.\s?g\.|was getekend)(?!\p{L}))/iu;

/** Words that name what a whole text is. */
export const TEXTS = beginning(
  '(?:the |draft |founding |joint |common |final )*(?:charter|statutes?|constitution|bylaws|by-laws|resolution|declaration|statement|communiqu[eé]|appeal|call|manifesto|convention|agreement|treaty|protocol|memorandum|articles of|petition|open letter|rules of procedure|regulations?|decision|recommendation)s?',
  'καταστατικό|διακήρυξη|ψήφισμα|δήλωση|ανακοίνωση|ανακοινωθέν|έκκληση|χάρτης|χάρτα|απόφαση|πρωτόκολλο|συμφωνία|κανονισμός',
  'povelja|statut|deklaracija|izjava|rezolucija|saopštenje|saopćenje|apel|sporazum|pravilnik|povelja|odluka|zaključci|listina',
  'повеља|статут|декларација|изјава|резолуција|саопштење|апел|споразум|одлука|устав|декларация|резолюция|харта|обращение|соглашение|статут|декларація|резолюція|звернення',
  'satzung|statuten|charta|erklärung|resolution|gemeinsame erklärung|aufruf|beschluss|abkommen|übereinkommen|vertrag|geschäftsordnung',
  'overeenkomst|verdrag|handvest|verklaring|besluit|motie|reglement|huishoudelijk reglement',
  'statuts|charte|déclaration|résolution|communiqué|appel|accord|convention|manifeste|règlement',
  'statuto|carta|dichiarazione|risoluzione|comunicato|appello|accordo|convenzione|manifesto|regolamento',
  'estatutos?|carta|declaración|resolución|comunicado|llamamiento|acuerdo|convenio|manifiesto|declaração|resolução|acordo',
  'statutul|carta|declarație|rezoluție|apel|acord|statuti|deklaratë|rezolutë|tüzük|bildiri|bildirge|beyanname|karar|ortak açıklama|sözleşme',
  'statut|deklaracja|rezolucja|apel|oświadczenie|porozumienie|stanovy|prohlášení|vyhlásenie|nyilatkozat|alapszabály',
);

/** The columns of banks' tables, by the words that stand over them in the languages of those who use them. A word that is not here names no column: nothing is guessed. */

export type Column = 'day' | 'amount' | 'in' | 'out' | 'currency' | 'name' | 'words' | 'reference' | 'balance';

const WORDS: Readonly<Record<Column, string>> = {
  day: 'booking date|date|transaction date|buchungstag|buchungsdatum|datum|datum knjiženja|datum valute knjiženja|датум|датум књижења|ημερομηνία|ημ/νία|ημερομηνία κίνησης|data|data operacji|data contabile|fecha|date de comptabilisation|tarih|işlem tarihi|дата|дата на осчетоводяване|data tranzacției',
  amount:
    'amount|transaction amount|betrag|umsatz|iznos|износ|ποσό|importo|importe|montant|tutar|сума|suma|sumă|kwota|bedrag',
  in: 'credit|credit amount|paid in|money in|haben|gutschrift|uplata|potražuje|уплата|потражује|πίστωση|avere|abono|crédit|alacak|кредит',
  out: 'debit|debit amount|paid out|money out|soll|lastschrift|isplata|duguje|исплата|дугује|χρέωση|dare|cargo|débit|borç|дебит',
  currency: 'currency|währung|valuta|валута|νόμισμα|divisa|moneda|monedă|devise|döviz|waluta|munt',
  name: 'name|counterparty|payee|beneficiary|payer|beguenstigter/zahlungspflichtiger|begünstigter/zahlungspflichtiger|auftraggeber/empfänger|name zahlungsbeteiligter|primalac/platilac|naziv|назив|δικαιούχος|αντισυμβαλλόμενος|beneficiario|bénéficiaire|alıcı',
  words:
    'description|details|reference text|purpose|narrative|verwendungszweck|buchungstext|opis|svrha|svrha plaćanja|опис|сврха|περιγραφή|αιτιολογία|descrizione|causale|concepto|libellé|açıklama|основание|descriere|detalii|tytuł|omschrijving',
  reference:
    'transaction id|bank reference|reference|reference number|referenz|transaktionsid|referenca|poziv na broj|референца|αριθμός συναλλαγής|κωδικός συναλλαγής|id transazione|referencia|référence|referans|референция|referință|numer referencyjny',
  balance:
    'balance|running balance|saldo|saldo nach buchung|kontostand|stanje|стање|υπόλοιπο|solde|bakiye|салдо|sold|stan',
};

const KNOWN: ReadonlyMap<string, Column> = new Map(
  (Object.entries(WORDS) as [Column, string][]).flatMap(([column, words]) =>
    words.split('|').map((word) => [word, column] as const),
  ),
);

/** Which column this word stands over; `null`: none that is known. */
export const columnOf = (heading: string): Column | null =>
  KNOWN.get(
    heading
      .replace(/\s*\(.*\)$/u, '')
      .replaceAll(/\s+/gu, ' ')
      .trim()
      .toLowerCase(),
  ) ?? null;

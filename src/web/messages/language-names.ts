/**
 * Languages by what each calls itself: a table of ours, so that a document which names its languages reads the same on every machine and for ever.
 */
const NAMES: ReadonlyMap<string, string> = new Map(
  `
cnr crnogorski; rom romani čhib; rup armãneashti; sr-Cyrl српски (ћирилица); sr-Latn srpski (latinica);
af Afrikaans; ak Akan; am አማርኛ; ar العربية; as অসমীয়া; az azərbaycan; ba башҡорт; be беларуская; bg български;
bm bamanakan; bn বাংলা; bo བོད་སྐད་; br brezhoneg; bs bosanski; ca català; ce нохчийн; cs čeština;
cv чӑваш чӗлхи; cy Cymraeg; da dansk; de Deutsch; dz རྫོང་ཁ; ee eʋegbe; el Ελληνικά; en English; eo Esperanto;
es español; et eesti; eu euskara; fa فارسی; ff Pulaar; fi suomi; fo føroyskt; fr français; fy Frysk;
ga Gaeilge; gd Gàidhlig; gl galego; gu ગુજરાતી; gv Gaelg; ha Hausa; he עברית; hi हिन्दी; hr hrvatski;
hu magyar; hy հայերեն; ia interlingua; id Indonesia; ie Interlingue; ig Igbo; ii ꆈꌠꉙ; is íslenska; it italiano;
ja 日本語; jv Jawa; ka ქართული; ki Gikuyu; kk қазақ тілі; kl kalaallisut; km ខ្មែរ; kn ಕನ್ನಡ; ko 한국어; ks کٲشُر;
ku kurdî (kurmancî); kw kernewek; ky кыргызча; lb Lëtzebuergesch; lg Luganda; ln lingála; lo ລາວ; lt lietuvių;
lu Tshiluba; lv latviešu; mg Malagasy; mi Māori; mk македонски; ml മലയാളം; mn монгол; mr मराठी; ms Melayu;
mt Malti; my မြန်မာ; nb norsk bokmål; nd isiNdebele; ne नेपाली; nl Nederlands; nn norsk nynorsk; no norsk;
oc occitan; om Oromoo; or ଓଡ଼ିଆ; os ирон; pa ਪੰਜਾਬੀ; pl polski; ps پښتو; pt português; qu Runasimi;
rm rumantsch; rn Ikirundi; ro română; ru русский; rw Ikinyarwanda; sa संस्कृत भाषा; sc sardu; sd سنڌي;
se davvisámegiella; sg Sängö; si සිංහල; sk slovenčina; sl slovenščina; sn chiShona; so Soomaali; sq shqip;
sr српски; st Sesotho; su Basa Sunda; sv svenska; sw Kiswahili; ta தமிழ்; te తెలుగు; tg тоҷикӣ; th ไทย;
ti ትግርኛ; tk türkmen dili; tn Setswana; to lea fakatonga; tr Türkçe; tt татар; ug ئۇيغۇرچە; uk українська;
ur اردو; uz o‘zbek; vi Tiếng Việt; wo Wolof; xh IsiXhosa; yi ייִדיש; yo Èdè Yorùbá; za Vahcuengh; zh 中文;
zu isiZulu
`
    .replaceAll('\n', ' ')
    .trim()
    .split('; ')
    .map((entry): [string, string] => [entry.slice(0, entry.indexOf(' ')), entry.slice(entry.indexOf(' ') + 1)]),
);

/** The name of a language in itself; with what else its tag says, where the table has no name for both; its tag, where it has none. */
export const languageName = (tag: string): string => {
  const known = NAMES.get(tag);
  if (known !== undefined) return known;
  const [language = '', ...rest] = tag.split('-');
  const name = NAMES.get(language);
  return name === undefined ? tag : `${name} (${rest.join('-')})`;
};

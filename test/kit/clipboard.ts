import type { Page } from 'playwright-core';

/** What programs put on the clipboard, shortened in length alone, and the pasting of it. */

/** Microsoft Word, a draft with a title, a numbered list of two levels, a footnote, a comment and a deletion under way. */
export const WORD = `<html xmlns:v="urn:schemas-microsoft-com:vml"
xmlns:o="urn:schemas-microsoft-com:office:office"
xmlns:w="urn:schemas-microsoft-com:office:word"
xmlns:m="http://schemas.microsoft.com/office/2004/12/omml"
xmlns="http://www.w3.org/TR/REC-html40">

<head>
<meta http-equiv=Content-Type content="text/html; charset=utf-8">
<meta name=ProgId content=Word.Document>
<meta name=Generator content="Microsoft Word 15">
<link rel=File-List href="file:///C:/Users/ana/AppData/Local/Temp/msohtmlclip1/01/clip_filelist.xml">
<!--[if gte mso 9]><xml>
 <o:OfficeDocumentSettings><o:AllowPNG/></o:OfficeDocumentSettings>
</xml><![endif]-->
<style>
<!--
 /* Style Definitions */
 p.MsoNormal, li.MsoNormal, div.MsoNormal
	{mso-style-unhide:no; margin:0cm; font-size:12.0pt; font-family:"Calibri",sans-serif;}
 @list l0:level1 {mso-level-tab-stop:none; mso-level-number-position:left; text-indent:-18.0pt;}
 ol {margin-bottom:0cm;}
-->
</style>
</head>

<body lang=EN-GB link="#0563C1" vlink="#954F72" style='tab-interval:36.0pt;word-wrap:break-word'>
<!--StartFragment-->

<h1><span lang=EN-GB>On springs<o:p></o:p></span></h1>

<p class=MsoNormal><i style='mso-bidi-font-style:normal'><span lang=EN-GB
style='mso-ansi-language:EN-GB'>Recalling</span></i><span lang=EN-GB> the
<a href="https://example.org/charter">charter</a> of&nbsp;2019<a style='mso-footnote-id:ftn1' href="#_ftn1"
name="_ftnref1" title=""><span class=MsoFootnoteReference><span style='mso-special-character:footnote'><![if !supportFootnotes]><span
class=MsoFootnoteReference><span lang=EN-GB>[1]</span></span><![endif]></span></span></a>,<o:p></o:p></span></p>

<p class=MsoNormal><span lang=EN-GB><o:p>&nbsp;</o:p></span></p>

<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1
lfo1'><![if !supportLists]><span lang=EN-GB style='mso-bidi-font-family:Calibri'><span
style='mso-list:Ignore'>1.<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;&nbsp;
</span></span></span><![endif]><span lang=EN-GB>Asks for care<span class=MsoCommentReference><span
style='font-size:8.0pt'><![if !supportAnnotations]><a class=msocomanchor id="_anchor_1" href="#_msocom_1"
language=JavaScript name="_msoanchor_1">[AB1]</a><![endif]><span style='mso-special-character:comment'>&nbsp;</span></span></span>
of every <del cite="mailto:Ana" datetime="2026-01-02T10:00">large </del><ins cite="mailto:Ana">small </ins>spring:<o:p></o:p></span></p>

<p class=MsoListParagraphCxSpMiddle style='margin-left:72.0pt;mso-add-space:
auto;text-indent:-18.0pt;mso-list:l0 level2 lfo1'><![if !supportLists]><span
lang=EN-GB><span style='mso-list:Ignore'>(a)<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;
</span></span></span><![endif]><span lang=EN-GB>by <b style='mso-bidi-font-weight:normal'>day</b>;<o:p></o:p></span></p>

<p class=MsoListParagraphCxSpMiddle style='margin-left:72.0pt;mso-add-space:
auto;text-indent:-18.0pt;mso-list:l0 level2 lfo1'><![if !supportLists]><span
lang=EN-GB><span style='mso-list:Ignore'>(b)<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;
</span></span></span><![endif]><span lang=EN-GB>by night.<o:p></o:p></span></p>

<p class=MsoListParagraphCxSpLast style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span
lang=EN-GB><span style='mso-list:Ignore'>2.<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;
</span></span></span><![endif]><span lang=EL style='font-family:"Arial",sans-serif;color:red'>Ζητά προσοχή.<o:p></o:p></span></p>

<table class=MsoTableGrid border=1 cellspacing=0 cellpadding=0 style='border-collapse:collapse'>
 <tr style='mso-yfti-irow:0'>
  <td width=301 valign=top style='width:225.4pt'><p class=MsoNormal><span lang=EN-GB>Spring<o:p></o:p></span></p></td>
  <td width=301 valign=top><p class=MsoNormal><span lang=EN-GB>Metres<o:p></o:p></span></p></td>
 </tr>
</table>

<!--EndFragment-->

<div style='mso-element:footnote-list'><![if !supportFootnotes]><br clear=all><hr align=left size=1 width="33%"><![endif]>
<div style='mso-element:footnote' id=ftn1>
<p class=MsoFootnoteText><a style='mso-footnote-id:ftn1' href="#_ftnref1" name="_ftn1" title=""><span
class=MsoFootnoteReference><span style='mso-special-character:footnote'>[1]</span></span></a><span
lang=EN-GB> In French alone.<o:p></o:p></span></p>
</div></div>

<div style='mso-element:comment-list'><div style='mso-element:comment'><div id="_com_1" class=msocomtxt>
<p class=MsoCommentText>Who pays?</p></div></div></div>
</body></html>`;

export const WORD_CLAUSES = [
  'heading: On springs',
  'preambular: *Recalling* the [charter](https://example.org/charter) of 2019^[In French alone.],',
  'operative: Asks for care of every small spring:',
  'point1: by *day*;',
  'point1: by night.',
  'operative: Ζητά προσοχή.',
  'paragraph: Spring | Metres',
];

/** A page of the web: with a script, a picture that would tell on its reader, a link to no page, nested lists. */
export const WEB = `<meta charset='utf-8'><h2 style="color: rgb(0, 0, 0)" onclick="alert(1)">Findings</h2>
<script>alert(1)</script><style>p { color: red }</style>
<p>A <span style="font-style: italic">dry</span> summer.<img src="https://tracker.example/pixel.gif" onerror="alert(1)"> <a href="javascript:alert(1)">More</a>.</p>
<ol><li>First<ul><li>with a part</li><li><p>and another</p></li></ul></li><li>Second<br>on two lines</li></ol>`;

export const WEB_CLAUSES = [
  'heading: Findings',
  'paragraph: A *dry* summer. More.',
  'operative: First',
  'point1: with a part',
  'point1: and another',
  'operative: Second\non two lines',
];

/** Google Docs, which sets everything in bold and takes that back. */
export const DOCS = `<meta charset='utf-8'><b style="font-weight:normal;" id="docs-internal-guid-7f1c"><p dir="ltr" style="line-height:1.38;"><span style="font-size:11pt;font-weight:400;font-style:normal;">Plain, and </span><span style="font-weight:400;font-style:italic;">slanted</span><span style="font-weight:400;">.</span></p><ol style="margin-top:0;"><li dir="ltr" style="list-style-type:decimal;" aria-level="1"><p dir="ltr" role="presentation"><span style="font-weight:400;">One</span></p></li><li dir="ltr" style="list-style-type:lower-alpha;" aria-level="2"><p dir="ltr" role="presentation"><span>Below</span></p></li></ol></b>`;

export const DOCS_CLAUSES = ['paragraph: Plain, and *slanted*.', 'operative: One', 'point1: Below'];

/** Pastes into whatever has the focus. */
export const paste = (page: Page, content: { readonly html?: string; readonly text?: string }): Promise<void> =>
  page.evaluate(`{
    const data = new DataTransfer();
    ${content.html === undefined ? '' : `data.setData('text/html', ${JSON.stringify(content.html)});`}
    data.setData('text/plain', ${JSON.stringify(content.text ?? '')});
    document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  }`);

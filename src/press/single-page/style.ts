import { type Html, keptHtml } from '../../markup/html.ts';

/** Read on any screen, in light and dark, and on paper; by typefaces that the machine has, for a file that brings its own is a hundred times as large. */
export const STYLE: Html = keptHtml(`
:root{color-scheme:light dark}
body{margin:0;font:1.0625rem/1.55 "Source Serif 4",Georgia,"Noto Serif","Times New Roman",serif}
main{max-width:40rem;margin:0 auto;padding:2rem 1.25rem 4rem;overflow-wrap:anywhere}
h1{font-size:1.7rem;line-height:1.25;margin:.5rem 0 1.5rem}
h2{font-size:1.15rem;margin:2rem 0 .75rem}
p{margin:0 0 .75rem}
.head{font-size:.9rem;margin:0}
.preambular{margin-inline-start:1.5rem}
.point{margin-inline-start:2rem}
.level-2{margin-inline-start:4rem}
.level-3{margin-inline-start:6rem}
.level-4{margin-inline-start:8rem}
blockquote{margin:0 0 1rem;padding-inline-start:1rem;border-inline-start:3px solid #8886}
table{border-collapse:collapse;width:100%;font-size:.95rem}
th,td{border-bottom:1px solid #8886;padding:.4rem .6rem .4rem 0;text-align:start;vertical-align:top;overflow-wrap:break-word}
.scroll{overflow-x:auto}
tbody th{font-weight:normal}
.notes{margin-top:2.5rem;border-top:1px solid #8886;padding-top:1rem;font-size:.9rem}
figure{margin:2.5rem 0 0;font-size:.8rem}
.qr{width:8rem;height:8rem}
@media (max-width:30rem){table{font-size:.85rem}.point,.preambular{margin-inline-start:1rem}.level-3,.level-4{margin-inline-start:2rem}}
@media print{
@page{size:A4;margin:2.2cm 2.5cm;@bottom-right{content:counter(page) " / " counter(pages)}}
:root{color-scheme:light}
body{font-size:11pt}
main{max-width:none;padding:0}
h1,h2{break-after:avoid}
tr,figure,blockquote{break-inside:avoid}
p{orphans:2;widows:2}
a{color:inherit;text-decoration:none}
}
`);

/** RFC 3676: a paragraph that its writer's program broke into lines is one line again. */
export const unflowed = (text: string, delSp: boolean): string => {
  const lines: string[] = [];
  let open: number | null = null;
  for (const line of text.split('\n')) {
    const depth = /^>*/u.exec(line)?.[0].length ?? 0;
    const words = line.slice(depth).replace(/^ /u, '');
    // The line that announces a signature ends in a space and flows into nothing.
    const flows = words.endsWith(' ') && words !== '-- ';
    const rest = flows && delSp ? words.slice(0, -1) : words;
    if (open === depth && words !== '-- ' && lines.length > 0) lines.push(`${lines.pop()}${rest}`);
    else lines.push(depth === 0 ? rest : `${'>'.repeat(depth)} ${rest}`);
    open = flows ? depth : null;
  }
  return lines.join('\n');
};

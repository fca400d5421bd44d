import { type Html, html } from '../../markup/html.ts';
import type { SiteContext } from '../kit/context.ts';

/** The kinds of key that a person may sign with, to choose from, each with what it means. */

interface KeyChoice {
  /** Whether the rules allow keys of the browser's own; where only the island knows, it takes the choice away. */
  readonly device: boolean;
  /** Whether a key kept elsewhere may be brought, too. */
  readonly ssh?: true;
  readonly first?: 'passkey' | 'device';
  /** Whether a heading above says already what is to be chosen. */
  readonly headed?: true;
}

export const keyChoice = ({ t }: SiteContext, { device, ssh, first = 'passkey', headed }: KeyChoice): Html => {
  const words = t.acts.confirm;
  const option = (use: string, label: string, hint: string, part = ''): Html =>
    html`<label class="choice" ${part === '' ? '' : html`data-part="${part}"`}
      ><input type="radio" name="use" value="${use}" ${use === first ? 'checked' : ''} />${label}
      <span class="hint">${hint}</span></label
    >`;
  return html`<fieldset>
    <legend ${headed === true ? html`class="visually-hidden"` : ''}>${words.newKey}</legend>
    ${option('passkey', words.choosePasskey, words.choosePasskeyHint)}
    ${device ? option('device', words.chooseDevice, words.chooseDeviceHint, 'device') : ''}
    ${ssh === true ? option('ssh', words.chooseSsh, words.chooseSshHint) : ''}
  </fieldset>`;
};

/** Where a signature is pasted that was made with a tool of the person's own; the island `kit/sign-elsewhere.ts` brings it to life. */
export const signElsewhere = ({ t }: SiteContext): Html => {
  const words = t.acts.confirm;
  return html`<div class="panel" data-part="elsewhere" hidden>
    <h2>${words.ssh}</h2>
    <p>${words.sshSteps}</p>
    <p>
      <a class="button second" download="act.json" href="#elsewhere-signature">${words.saveBytes}</a>
    </p>
    <pre tabindex="0">${SIGN_COMMANDS}</pre>
    <div class="field">
      <label for="elsewhere-signature">${words.sshSignature}</label>
      <textarea
        id="elsewhere-signature"
        rows="6"
        spellcheck="false"
        placeholder="-----BEGIN SSH SIGNATURE-----"
      ></textarea>
    </div>
    <p><button type="button">${words.sshSubmit}</button></p>
  </div>`;
};

export const SIGN_COMMANDS = `ssh-keygen -Y sign -f ~/.ssh/id_ed25519 -n isonomia-act-v1 act.json
cat act.json.sig`;

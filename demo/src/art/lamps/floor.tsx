/** Draws the floor lamps. Each stands on (0, 0), the middle of its foot, and is some 700 units tall. */

/** Molo: a brass arc rising from a block of slate, with an opal dome that hangs over the chair. */
export const Molo = ({ lit }: { readonly lit: boolean }) => (
  <g>
    {lit && <path d="M96-430H262L340-30H18z" fill="url(#fall)" filter="url(#soft)" opacity=".8" />}
    <path d="M-214-64H-96V0H-214z" fill="url(#stone)" />
    <path d="M-214-64l14-12h118l-14 12z" fill="#7b8891" />
    <path d="M-96-64l14-12V-12L-96 0z" fill="#12171b" />
    <path
      d="M-148-68V-430C-148-600-76-700 32-700 132-700 179-628 179-530"
      fill="none"
      stroke="#4f3610"
      stroke-width="13"
    />
    <path
      d="M-148-68V-430C-148-600-76-700 32-700 132-700 179-628 179-530"
      fill="none"
      stroke="#c4964a"
      stroke-width="8"
    />
    <path d="M-150-200V-430C-150-600-78-702 32-702" fill="none" stroke="#f7e3a8" stroke-width="2.500" />
    <rect x="-160" y="-92" width="24" height="24" rx="4" fill="url(#brass)" />
    <rect x="167" y="-546" width="24" height="30" rx="5" fill="url(#brass)" />
    <path d="M87-432C87-492 128-520 179-520S271-492 271-432z" fill="url(#brass)" />
    <path
      d="M104-440C108-480 130-502 158-510"
      fill="none"
      stroke="#fff0c4"
      stroke-width="6"
      stroke-linecap="round"
      opacity=".8"
    />
    <ellipse cx="179" cy="-432" rx="92" ry="12" fill="#4f3610" />
    <path d="M97-431A82 40 0 0 0 261-431z" fill="url(#opal)" />
    <ellipse cx="179" cy="-431" rx="82" ry="8" fill="url(#inside)" />
  </g>
);

/** Castelletto: a slim stem carrying a bowl that throws its light up the wall. */
export const Castelletto = ({ lit }: { readonly lit: boolean }) => (
  <g>
    <path d="M-96-12v9a96 13 0 0 0 192 0v-9z" fill="url(#stone)" />
    <ellipse cy="-12" rx="96" ry="13" fill="url(#stoneTop)" />
    <rect x="-6" y="-610" width="12" height="598" fill="url(#brass)" />
    <rect x="-12" y="-34" width="24" height="20" rx="4" fill="url(#brass)" />
    <rect x="-10" y="-330" width="20" height="10" rx="3" fill="url(#brass)" />
    <path d="M-112-700C-104-644-58-606 0-606S104-644 112-700z" fill="url(#brass)" />
    <path
      d="M-92-684C-82-650-58-630-34-622"
      fill="none"
      stroke="#fff0c4"
      stroke-width="6"
      stroke-linecap="round"
      opacity=".75"
    />
    <ellipse cy="-700" rx="112" ry="15" fill="#6d4d1b" />
    <ellipse cy="-701" rx="102" ry="11" fill="url(#inside)" />
    {lit && <ellipse cy="-704" rx="96" ry="20" fill="#fff6dc" opacity=".55" />}
    <path d="M-24-322C-24-288-24-270-24-244" stroke="#d3aa5b" stroke-width="2.500" />
    <circle cx="-24" cy="-238" r="7" fill="url(#brass)" />
    <path d="M-24-324H0" stroke="#d3aa5b" stroke-width="3" />
  </g>
);

const weave = [-5, -4, -3, -2, -1, 0, 1, 2, 3, 4, 5];

/** Camogli: three legs of chestnut under a drum of linen. */
export const Camogli = () => (
  <g>
    <g transform="rotate(7 0 -440)">
      <path d="M-7-440H7L11 14H-5z" fill="#3c2111" />
    </g>
    <g transform="rotate(17.500 0 -440)">
      <path d="M-9-440H9L12 26H-4z" fill="url(#wood)" />
    </g>
    <g transform="rotate(-17.500 0 -440)">
      <path d="M-9-440H9L4 26H-12z" fill="url(#wood)" />
    </g>
    <path d="M-76-204 40-210" stroke="#b88a42" stroke-width="4" />
    <path d="M40-210 76-204" stroke="#b88a42" stroke-width="4" />
    <path d="M-30-458H30L22-410H-22z" fill="url(#brass)" />
    <rect x="-5" y="-486" width="10" height="34" fill="url(#brass)" />
    <path d="M-158-690H158V-482A158 17 0 0 1-158-482z" fill="url(#linen)" />
    {weave.map((n) => (
      <path key={n} d={`M${n * 29}-689V-466`} stroke="#7a4a1f" stroke-width="1.500" opacity=".12" />
    ))}
    <path d="M-158-690H158V-482A158 17 0 0 1-158-482z" fill="url(#edges)" />
    <ellipse cy="-690" rx="158" ry="16" fill="#fff0cb" opacity=".8" />
    <ellipse cy="-690" rx="158" ry="16" fill="none" stroke="#8f6a35" stroke-width="3" opacity=".7" />
    <path d="M-158-482A158 17 0 0 0 158-482" fill="none" stroke="#8f6a35" stroke-width="5" opacity=".75" />
  </g>
);

/** Draws the table lamps. Each stands on (0, 0), the middle of its foot; one unit is a pixel of the 800 × 1000 picture. */

/** Boccadasse: an opal globe held by two pins inside a brass ring. */
export const Boccadasse = () => (
  <g>
    <path d="M-98-12v10a98 15 0 0 0 196 0v-10z" fill="url(#brass)" />
    <ellipse cy="-12" rx="98" ry="15" fill="url(#brassDown)" />
    <ellipse cy="-13" rx="84" ry="11.5" fill="#f0d799" opacity=".35" />
    <rect x="-6" y="-214" width="12" height="202" fill="url(#brass)" />
    <rect x="-13" y="-30" width="26" height="18" rx="4" fill="url(#brass)" />
    <circle cy="-362" r="152" fill="none" stroke="#4f3610" stroke-width="15" />
    <circle cy="-362" r="152" fill="none" stroke="#c99c4b" stroke-width="10" />
    <path d="M-132-437A152 152 0 0 1-20-512.600" fill="none" stroke="#fff0c4" stroke-width="5" stroke-linecap="round" />
    <path d="M148-330A152 152 0 0 1 78-232" fill="none" stroke="#f7dfa0" stroke-width="4" stroke-linecap="round" />
    <rect x="-150" y="-367" width="46" height="10" fill="url(#brassDown)" />
    <rect x="104" y="-367" width="46" height="10" fill="url(#brassDown)" />
    <circle cy="-362" r="110" fill="url(#opal)" />
    <ellipse cx="-40" cy="-410" rx="26" ry="16" fill="#fff" opacity=".55" transform="rotate(-34 -40 -410)" />
    <rect x="-16" y="-226" width="32" height="22" rx="5" fill="url(#brass)" />
  </g>
);

/** Nervi: a mushroom blown in one piece, on a thin brass foot. */
export const Nervi = () => (
  <g>
    <path d="M-86-10v8a86 12 0 0 0 172 0v-10z" fill="url(#brass)" />
    <ellipse cy="-10" rx="86" ry="12" fill="url(#brassDown)" />
    <path
      d="M-74-14C-70-70-46-130-42-214-40-250-52-262-60-272H60C52-262 40-250 42-214 46-130 70-70 74-14A74 10 0 0 1-74-14z"
      fill="url(#opal)"
    />
    <path
      d="M-74-14C-70-70-46-130-42-214-40-250-52-262-60-272H60C52-262 40-250 42-214 46-130 70-70 74-14A74 10 0 0 1-74-14z"
      fill="url(#edges)"
    />
    <ellipse cy="-262" rx="196" ry="25" fill="#7a4a1f" opacity=".42" />
    <path
      d="M-206-268C-206-388-112-454 0-454S206-388 206-268C206-247 110-240 0-240S-206-247-206-268z"
      fill="url(#opal)"
    />
    <path
      d="M-206-268C-206-388-112-454 0-454S206-388 206-268C206-247 110-240 0-240S-206-247-206-268z"
      fill="url(#edges)"
      opacity=".7"
    />
    <path
      d="M-150-352C-122-402-82-424-44-432"
      fill="none"
      stroke="#fff"
      stroke-width="13"
      stroke-linecap="round"
      opacity=".6"
    />
    <path
      d="M-205-262C-190-246-104-240 0-240S190-246 205-262"
      fill="none"
      stroke="#fff6da"
      stroke-width="4"
      opacity=".8"
    />
  </g>
);

/** Albaro: the reading lamp with two arms, a slate foot and a green shade. */
export const Albaro = ({ lit }: { readonly lit: boolean }) => (
  <g>
    {lit && <path d="M52-372 210-372 300-24H-50z" fill="url(#fall)" filter="url(#soft)" />}
    <path d="M-172-16v12a92 14 0 0 0 184 0v-12z" fill="url(#stone)" />
    <ellipse cx="-80" cy="-16" rx="92" ry="14" fill="url(#stoneTop)" />
    <rect x="-90" y="-52" width="20" height="38" rx="4" fill="url(#brass)" />
    <g transform="rotate(-17 -80 -46)">
      <rect x="-86" y="-268" width="12" height="224" rx="5" fill="url(#brass)" />
    </g>
    <g transform="rotate(56 -145 -254)">
      <rect x="-151" y="-500" width="12" height="268" rx="5" fill="url(#brass)" />
      <rect x="-157" y="-236" width="24" height="54" rx="10" fill="url(#stone)" />
    </g>
    <circle cx="-145" cy="-254" r="17" fill="url(#brass)" />
    <circle cx="-145" cy="-254" r="6" fill="#4f3610" />
    <circle cx="-80" cy="-46" r="13" fill="url(#brass)" />
    <g transform="translate(92 -398) rotate(4)">
      <rect x="8" y="-52" width="44" height="34" rx="8" fill="url(#brass)" />
      <path d="M-8-26C-2-36 62-36 68-26C96-2 122 20 128 40H-68C-62 20-36-2-8-26z" fill="url(#green)" />
      <ellipse cx="30" cy="40" rx="98" ry="12" fill="#0c1d18" />
      <ellipse cx="30" cy="41" rx="90" ry="9" fill="url(#inside)" />
      <path
        d="M-34 22C-20 2-4-12 6-20"
        fill="none"
        stroke="#9cc9b6"
        stroke-width="5"
        stroke-linecap="round"
        opacity=".6"
      />
    </g>
    <circle cx="108" cy="-420" r="12" fill="url(#brass)" />
  </g>
);

const pleats = [-6, -5, -4, -3, -2, -1, 0, 1, 2, 3, 4, 5, 6];

/** Righi: a glazed stoneware bottle under a shade of pleated linen. */
export const Righi = () => (
  <g>
    <ellipse cy="-4" rx="72" ry="11" fill="#2f120c" />
    <path
      d="M-66-6C-74-10-104-48-108-104-112-160-62-194-30-214-20-222-18-232-18-252H18C18-232 20-222 30-214 62-194 112-160 108-104 104-48 74-10 66-6 50 6-50 6-66-6z"
      fill="url(#clay)"
    />
    <path
      d="M-106-118C-70-104 70-104 106-118 108-104 108-92 105-82 66-70-66-70-105-82-108-92-108-104-106-118z"
      fill="#f0d9bd"
      opacity=".34"
    />
    <path
      d="M-66-150C-82-128-84-96-76-70"
      fill="none"
      stroke="#ffe1cc"
      stroke-width="11"
      stroke-linecap="round"
      opacity=".6"
    />
    <rect x="-20" y="-270" width="40" height="22" rx="4" fill="url(#brass)" />
    <rect x="-5" y="-300" width="10" height="34" fill="url(#brass)" />
    <path d="M-108-476H108L184-284A184 20 0 0 1-184-284z" fill="url(#linen)" />
    {pleats.map((n) => (
      <path
        key={n}
        d={`M${n * 16.4}-476 ${n * 28}-${266 + n * n * 0.4}`}
        stroke="#7a4a1f"
        stroke-width="2.500"
        opacity=".2"
      />
    ))}
    <path d="M-108-476H108L184-284A184 20 0 0 1-184-284z" fill="url(#edges)" />
    <ellipse cy="-476" rx="108" ry="12" fill="#fff3d2" opacity=".75" />
    <path d="M-184-284A184 20 0 0 0 184-284" fill="none" stroke="#8f6a35" stroke-width="5" opacity=".7" />
    <circle cy="-494" r="8" fill="url(#brass)" />
    <rect x="-3" y="-488" width="6" height="14" fill="url(#brass)" />
  </g>
);

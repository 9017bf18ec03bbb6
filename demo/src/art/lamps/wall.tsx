/** Draws the wall lamps. Each is fixed at (0, 0), the middle of its plate. */

const rings = [-126, -100, -76, -54, -34, -16, 0, 16, 34, 54, 76, 100, 126];

/** Faro: the lens of a lighthouse, rings of pressed glass in a brass cage. */
export const Faro = () => (
  <g>
    <rect x="-46" y="-226" width="92" height="452" rx="46" fill="url(#brass)" opacity=".9" />
    <rect x="-36" y="-216" width="72" height="432" rx="36" fill="#5b4017" opacity=".5" />
    <path d="M-104-150H104L88-190H-88z" fill="url(#brass)" />
    <path d="M-60-190H60L34-226H-34z" fill="url(#brass)" />
    <rect x="-9" y="-252" width="18" height="28" rx="8" fill="url(#brass)" />
    <rect x="-98" y="-150" width="196" height="300" fill="url(#opal)" />
    {rings.map((y) => (
      <g key={y}>
        <path d={`M-98 ${y}Q0 ${y + 16} 98 ${y}`} fill="none" stroke="#9a6425" stroke-width="3" opacity=".36" />
        <path d={`M-98 ${y + 5}Q0 ${y + 21} 98 ${y + 5}`} fill="none" stroke="#fff" stroke-width="3" opacity=".6" />
      </g>
    ))}
    <ellipse rx="34" ry="42" fill="#fff" opacity=".75" />
    <rect x="-98" y="-150" width="196" height="300" fill="url(#edges)" />
    <rect x="-103" y="-150" width="8" height="300" fill="url(#brass)" />
    <rect x="95" y="-150" width="8" height="300" fill="url(#brass)" />
    <rect x="-42" y="-150" width="5" height="300" fill="url(#brass)" opacity=".85" />
    <rect x="37" y="-150" width="5" height="300" fill="url(#brass)" opacity=".85" />
    <path d="M-104 150H104L84 184H-84z" fill="url(#brass)" />
    <path d="M-40 184H40L18 222H-18z" fill="url(#brass)" />
    <circle cy="232" r="12" fill="url(#brass)" />
  </g>
);

/** Levante: a disc of hammered brass in front of an opal moon; the light comes out around it. */
export const Levante = () => (
  <g>
    <circle cx="46" cy="-34" r="176" fill="url(#opal)" />
    <circle cx="46" cy="-34" r="176" fill="none" stroke="#fff5da" stroke-width="3" opacity=".7" />
    <circle cx="-14" cy="16" r="172" fill="#1d1206" opacity=".35" />
    <circle cx="-26" cy="26" r="170" fill="url(#brass)" />
    <circle cx="-26" cy="26" r="170" fill="url(#brassDown)" opacity=".45" />
    <circle cx="-26" cy="26" r="138" fill="none" stroke="#5b4017" stroke-width="2" opacity=".35" />
    <circle cx="-26" cy="26" r="104" fill="none" stroke="#5b4017" stroke-width="2" opacity=".35" />
    <circle cx="-26" cy="26" r="70" fill="none" stroke="#5b4017" stroke-width="2" opacity=".35" />
    <circle cx="-26" cy="26" r="36" fill="none" stroke="#5b4017" stroke-width="2" opacity=".35" />
    <path
      d="M-166-30A151 151 0 0 1-70-119"
      fill="none"
      stroke="#fff3cc"
      stroke-width="9"
      stroke-linecap="round"
      opacity=".7"
    />
    <circle cx="-26" cy="26" r="11" fill="url(#stone)" />
  </g>
);

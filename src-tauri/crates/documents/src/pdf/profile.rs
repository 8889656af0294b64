//! The colour profile of the output intent: sRGB (IEC 61966-2-1) as an ICC version 2 matrix profile,
//! computed from the standard's formula.

/// Colorants of sRGB adapted to the D50 white of the profile connection space (Bradford).
const COLORANTS: [(&[u8; 4], [f64; 3]); 3] = [
    (b"rXYZ", [0.436_065_67, 0.222_488_40, 0.013_916_02]),
    (b"gXYZ", [0.385_147_10, 0.716_873_17, 0.097_076_42]),
    (b"bXYZ", [0.143_066_41, 0.060_607_91, 0.714_096_07]),
];
const D50: [f64; 3] = [0.9642, 1.0, 0.8249];
const CURVE_POINTS: u16 = 1024;

/// The bytes of the profile.
pub(crate) fn srgb() -> Vec<u8> {
    let mut tags: Vec<(&[u8; 4], Vec<u8>)> = vec![
        (b"desc", description("sRGB IEC61966-2.1")),
        (b"cprt", text("No copyright, use freely")),
        (b"wtpt", xyz(D50)),
    ];
    tags.extend(COLORANTS.iter().map(|(name, value)| (*name, xyz(*value))));
    let curve = curve();
    tags.extend([b"rTRC", b"gTRC", b"bTRC"].map(|name| (name, curve.clone())));

    let mut offset = 128 + 4 + 12 * tags.len();
    let mut table = big(tags.len()).to_vec();
    let mut data: Vec<u8> = Vec::new();
    let mut shared: Option<usize> = None;
    for (name, body) in &tags {
        let is_curve = name.ends_with(b"TRC");
        let at = match shared.filter(|_| is_curve) {
            Some(at) => at,
            None => {
                let at = offset;
                data.extend(body);
                data.resize(data.len().next_multiple_of(4), 0);
                offset = 128 + 4 + 12 * tags.len() + data.len();
                at
            }
        };
        if is_curve {
            shared = Some(at);
        }
        table.extend_from_slice(*name);
        table.extend(big(at));
        table.extend(big(body.len()));
    }
    let mut profile = header(128 + table.len() + data.len());
    profile.extend(table);
    profile.extend(data);
    profile
}

fn header(size: usize) -> Vec<u8> {
    let mut header = Vec::with_capacity(128);
    header.extend(big(size));
    header.extend([0; 4]);
    header.extend([2, 0x10, 0, 0]);
    header.extend(b"mntrRGB XYZ ");
    for part in [2026u16, 1, 1, 0, 0, 0] {
        header.extend(part.to_be_bytes());
    }
    header.extend(b"acsp");
    header.resize(68, 0);
    header.extend(D50.into_iter().flat_map(fixed));
    header.resize(128, 0);
    header
}

fn big(value: usize) -> [u8; 4] {
    u32::try_from(value).unwrap_or(u32::MAX).to_be_bytes()
}

/// s15Fixed16: the values are between 0 and 1.
fn fixed(value: f64) -> [u8; 4] {
    #[allow(clippy::cast_possible_truncation)]
    let value = (value * 65536.0).round() as i32;
    value.to_be_bytes()
}

fn xyz(value: [f64; 3]) -> Vec<u8> {
    let mut body = b"XYZ \0\0\0\0".to_vec();
    body.extend(value.into_iter().flat_map(fixed));
    body
}

fn text(words: &str) -> Vec<u8> {
    let mut body = b"text\0\0\0\0".to_vec();
    body.extend(words.as_bytes());
    body.push(0);
    body
}

fn description(words: &str) -> Vec<u8> {
    let mut body = b"desc\0\0\0\0".to_vec();
    body.extend(big(words.len() + 1));
    body.extend(words.as_bytes());
    // No Unicode and no ScriptCode text: language, count, code, count, 67 bytes.
    body.extend([0; 1 + 4 + 4 + 2 + 1 + 67]);
    body
}

fn curve() -> Vec<u8> {
    let mut body = b"curv\0\0\0\0".to_vec();
    body.extend(u32::from(CURVE_POINTS).to_be_bytes());
    for point in 0..CURVE_POINTS {
        let encoded = f64::from(point) / f64::from(CURVE_POINTS - 1);
        let linear = if encoded <= 0.04045 { encoded / 12.92 } else { ((encoded + 0.055) / 1.055).powf(2.4) };
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let value = (linear * 65535.0).round() as u16;
        body.extend(value.to_be_bytes());
    }
    body
}

#[cfg(test)]
mod tests {
    use super::srgb;

    #[test]
    fn the_profile_says_its_own_size_and_its_white_is_the_sum_of_its_colorants() {
        let profile = srgb();
        assert_eq!(
            profile.len(),
            u32::from_be_bytes([profile[0], profile[1], profile[2], profile[3]]) as usize
        );
        for axis in 0..3 {
            let sum: f64 = super::COLORANTS.iter().map(|(_, value)| value[axis]).sum();
            assert!((sum - super::D50[axis]).abs() < 1e-3);
        }
    }
}

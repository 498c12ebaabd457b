package io.amphora.architecture;

import aQute.bnd.differ.DiffPluginImpl;
import aQute.bnd.service.diff.Delta;
import aQute.bnd.service.diff.Tree;
import aQute.bnd.service.diff.Type;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** The signatures of a package as bnd compares them, as lines of text and back: {@code <depth> <type> <if added> <if removed> <name>}. */
final class ApiText {
    private ApiText() {
    }

    static List<String> write(Tree tree) {
        List<String> lines = new ArrayList<>();
        write(tree.serialize(), 0, lines);
        return lines;
    }

    private static void write(Tree.Data data, int depth, List<String> lines) {
        lines.add(depth + " " + data.type + " " + data.add + " " + data.rem + " " + data.name);
        if (data.children != null) {
            for (Tree.Data child : data.children) {
                write(child, depth + 1, lines);
            }
        }
    }

    static Tree read(List<String> lines) throws Exception {
        Deque<List<Tree.Data>> open = new ArrayDeque<>();
        Deque<Tree.Data> parents = new ArrayDeque<>();
        Tree.Data root = null;
        for (String line : lines) {
            String[] part = line.split(" ", 5);
            Tree.Data data = new Tree.Data();
            data.type = Type.valueOf(part[1]);
            data.add = Delta.valueOf(part[2]);
            data.rem = Delta.valueOf(part[3]);
            data.name = part[4];
            close(parents, open, Integer.parseInt(part[0]));
            root = root == null ? data : root;
            if (!open.isEmpty()) {
                open.peek().add(data);
            }
            parents.push(data);
            open.push(new ArrayList<>());
        }
        close(parents, open, 0);
        return new DiffPluginImpl().deserialize(root);
    }

    private static void close(Deque<Tree.Data> parents, Deque<List<Tree.Data>> open, int depth) {
        while (parents.size() > depth) {
            parents.pop().children = open.pop().toArray(new Tree.Data[0]);
        }
    }
}
